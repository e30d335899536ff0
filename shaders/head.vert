// The head (mm, head space). A: ambient occlusion, curvature, soft shadow of the key light, scalp share.
// B: chart u, v (mm), added redness, lips.
layout(location = 0) in vec3 position;
layout(location = 1) in vec3 normal;
layout(location = 2) in vec4 a;
layout(location = 3) in vec4 b;
uniform mat4 view_projection;
out vec3 P, N;
out vec4 A, B;
void main() {
  P = position;
  N = normal;
  A = a;
  B = b;
  gl_Position = view_projection * vec4(position, 1.0);
}
