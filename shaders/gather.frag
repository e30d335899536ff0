// What dots and hairs take from the light, averaged over squares of `side` pixels (wander_pass.h).
uniform sampler2D taken;
uniform float side;  // even
out vec4 mean;
void main() {
  vec2 size = vec2(textureSize(taken, 0)), corner = floor(gl_FragCoord.xy) * side;
  vec3 sum = vec3(0.0);
  int half_step = int(side) / 2;
  for (int j = 0; j < half_step; ++j)
    for (int i = 0; i < half_step; ++i)  // between four pixels
      sum += textureLod(taken, (corner + 2.0 * vec2(i, j) + 1.0) / size, 0.0).rgb;
  mean = vec4(sum / float(half_step * half_step), 1.0);
}
