// smp-trainer render: a picture of a record or a lesson, without a window.
#pragma once

namespace trainer::app {

// `argv` as the program got it, "render" first among the arguments. Returns the exit code: 0, 2 usage, 3 when
// the data cannot be read, the driver draws nothing, or the picture cannot be written.
int render_command(int argc, char** argv);

}  // namespace trainer::app
