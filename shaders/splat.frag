// The light that one dot or hair takes as it passes once. A dot is a plateau with a soft and slightly irregular edge;
// a hair is a Gaussian. The same law as engine/skin/light.h, which tests hold this to.
in vec2 uv;
flat in vec4 density;
flat in vec3 shape;
out vec4 taken;
const vec3 kHaemoglobin = vec3(0.07, 0.50, 0.44);
const float kHalo = 2.6, kHaloDensity = 0.50, kHairFrom = 1.6, kWet = 1.1;
void main() {
  float r2 = dot(uv, uv);
  float halo = density.a > 0.0 ? density.a * kHaloDensity * max(exp(-r2 / (kHalo * kHalo)) - 0.02, 0.0) : 0.0;
  float g = 0.0;
  if (r2 < 4.84) {
    if (shape.y < kHairFrom) {
      float wobble = 0.0;
      if (shape.x >= 0.0) {
        float a = atan(uv.y, uv.x);
        wobble = 0.055 * sin(a * 2.0 + shape.x * 40.0) + 0.028 * sin(a * 3.0 + shape.x * 91.0) +
                 0.018 * sin(a * 5.0 + shape.x * 53.0) + 0.012 * sin(a * 11.0 + shape.x * 23.0);
      }
      wobble *= smoothstep(0.4, 2.2, r2);  // of the edge only: in the middle it would draw spokes
      g = exp(-0.5 * r2 * (1.0 + 2.0 * wobble));
      g = mix(g, 0.8 * (1.0 - exp(-3.0 * g)), 0.55);
    } else {
      g = exp(-0.5 * r2);
    }
    g *= 1.0 - smoothstep(3.4, 4.84, r2);
  }
  vec3 here = 1.0 - exp(-(density.rgb * g + kHaemoglobin * halo));
  // Freshly worked skin is wet where it is red and shines; what lies on the skin hides its shine.
  float shine = density.a < 0.0 ? -0.8 * here.g : kWet * halo;
  taken = shape.z * vec4(here, shine);  // a larger footprint takes the same light from more skin
}
