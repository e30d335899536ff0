// One triangle over the whole target.
out vec2 t;
void main() {
  const vec2 corner[3] = vec2[](vec2(-1.0, -1.0), vec2(3.0, -1.0), vec2(-1.0, 3.0));
  gl_Position = vec4(corner[gl_VertexID], 0.0, 1.0);
  t = corner[gl_VertexID] * 0.5 + 0.5;
}
