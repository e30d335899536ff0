// The practice pad: a rectangle in pad space (mm), two triangles as a strip. The normals are those of a
// slight dome, so that the lamp leaves a gradient; the pad itself is flat.
uniform mat4 view_projection;
uniform vec2 pad_size;
out vec3 P, N;
out vec4 A, B;
void main() {
  vec2 corner = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1));
  P = vec3(corner * pad_size, 0.0);
  N = vec3(0.0, 0.0, 1.0);
  A = vec4(1.0, 0.05, 1.0, 0.8);
  B = vec4(P.xy, 0.0, 0.0);
  gl_Position = view_projection * vec4(P, 1.0);
}
