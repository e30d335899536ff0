// One half of a Gaussian over the averaged squares: along x, then along y.
uniform sampler2D from;
uniform vec2 along;    // (1, 0) or (0, 1)
uniform vec3 weights;  // of the squares one, two and three away
uniform vec2 most;     // the last square
out vec4 spread;
void main() {
  vec2 here = floor(gl_FragCoord.xy);
  vec3 sum = (1.0 - 2.0 * (weights.x + weights.y + weights.z)) * texelFetch(from, ivec2(here), 0).rgb;
  for (int k = 1; k <= 3; ++k) {
    vec2 away = float(k) * along;
    sum += weights[k - 1] * (texelFetch(from, ivec2(clamp(here + away, vec2(0.0), most)), 0).rgb +
                             texelFetch(from, ivec2(clamp(here - away, vec2(0.0), most)), 0).rgb);
  }
  spread = vec4(sum, 1.0);
}
