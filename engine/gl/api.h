// The one place that includes the OpenGL loader.
#pragma once

#include <glad/gl.h>
