// One dot or hair: an instanced square in the tangent plane of the skin.
layout(location = 0) in vec4 i0;  // position (mm), sigma (mm)
layout(location = 1) in vec4 i1;  // octahedral normal, angle, elongation
layout(location = 2) in vec4 i2;  // optical density rgb, erythema; below -1: a hair that stands up (scene.h)
uniform mat4 view_projection;
uniform vec3 eye, view_back;
uniform float orthographic;
uniform float px_scale;   // px per mm, at 1 mm from the eye in perspective
uniform vec2 wander2;     // mm2, of light in the skin, and as far as the picture shows it (skin/light.h)
uniform float thinning;   // each splat drawn stands for this many (moving picture)
out vec2 uv;
flat out vec4 density;
flat out vec3 shape;      // seed of the edge (negative: too small to see it), elongation, share of the light it takes

const float kReach = 2.2;       // sigmas drawn
const float kHalo = 2.6;        // the red halo is wider than the dot by this
const float kSmallest = 0.55;   // px, sigma: smaller is drawn this large and takes a smaller share, so nothing sparkles

const float kPickedEvenly = 0.2;   // fewer and larger ones shade more, but hardly so as they lie evenly (thinning.cpp)
// Halos overlap; fewer and larger ones lie less evenly and would redden less.
const float kHalosMeet = 0.05;

vec3 decode_normal(vec2 e) {
  vec3 n = vec3(e, 1.0 - abs(e.x) - abs(e.y));
  if (n.z < 0.0) n.xy = (1.0 - abs(n.yx)) * vec2(n.x >= 0.0 ? 1.0 : -1.0, n.y >= 0.0 ? 1.0 : -1.0);
  return normalize(n);
}

// A spot does not take twice what came in through its own shade; wider ones do so less (skin/light.cpp, shade_area).
float taken_once(float across, float along, float wander) {
  return 0.159155 * inversesqrt((wander + 2.0 * across * across) * (wander + 2.0 * along * along));
}

void main() {
  vec2 q = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1)) * 2.0 - 1.0;
  vec3 n = decode_normal(i1.xy), p = i0.xyz;
  vec3 to_eye = mix(eye - p, view_back, orthographic);
  float distance = length(to_eye);
  float nv = dot(n, to_eye) / distance;
  uv = vec2(0.0);
  density = vec4(0.0);
  shape = vec3(fract(i1.z * 7.31), i1.w, 1.0);
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  float steep = max(-1.0 - i2.a, 0.0);
  bool stands = steep > 0.0;
  if (nv < (stands ? -0.12 : 0.04)) return;
  vec3 t = normalize(cross(n, abs(n.y) > 0.98 ? vec3(0.0, 0.0, 1.0) : vec3(0.0, 1.0, 0.0)));
  vec3 b = cross(n, t);
  float c = cos(i1.z), s = sin(i1.z);
  vec3 aside = t * c + b * s, ahead = b * c - t * s;
  float length_mm = i0.w * i1.w;  // sigma along
  if (stands) {
    // A rod in space, laid square to the eye: as long as it looks from there, never less than its own width.
    vec3 rod = normalize(ahead * sqrt(1.0 - steep * steep) + n * steep), e = to_eye / distance;
    float towards = dot(rod, e);
    ahead = normalize(rod - 0.999 * towards * e);
    aside = cross(e, ahead);
    length_mm = sqrt(length_mm * length_mm * (1.0 - towards * towards) + i0.w * i0.w * towards * towards);
  }
  float smallest = kSmallest * mix(distance, 1.0, orthographic) / px_scale;
  float wider = sqrt(thinning);
  float across = max(wider * i0.w, smallest), along = max(wider * length_mm, smallest);
  if (across < 2.5 * smallest / kSmallest) shape.x = -1.0;
  float reach = kReach * (i2.a > 0.0 ? kHalo : 1.0);
  density = i2 * (stands ? smoothstep(-0.12, 0.0, nv) : smoothstep(0.04, 0.22, nv));
  if (i2.a > 0.0) density.a *= 1.0 + kHalosMeet * (thinning - 1.0);
  float area = i0.w * length_mm;
  float takes = 6.2832 * area * i2.g / (1.0 + 0.45 * i2.g);  // about, mm2
  shape.z = thinning * area / (across * along) *
            (1.0 - 0.5 * takes * (taken_once(i0.w, length_mm, wander2.x) -
                                  mix(1.0, thinning, kPickedEvenly) * taken_once(across, along, wander2.y)));
  uv = q * reach;
  vec3 corner = p + (aside * (q.x * across) + ahead * (q.y * along)) * reach + n * 0.05;
  gl_Position = view_projection * vec4(corner, 1.0);
}
