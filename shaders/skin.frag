// Skin without pigment dots: light that came back from inside (diffuse) and from the surface (specular),
// kept apart so that dots can be added later. Stored as sqrt(x / 2); alpha = coverage.
// Variants: DETAIL (micro-relief and mottling), PAD (flat, rounded corners, planar texture).
in vec3 P, N;
in vec4 A, B;
layout(location = 0) out vec4 diffuse_out;
layout(location = 1) out vec4 specular_out;

uniform vec3 eye, view_back;         // view_back.z carries the direction for an orthographic camera
uniform float orthographic;
uniform vec3 key_direction, key_colour, fill_direction, fill_colour, rim_direction, rim_colour;
uniform float key_shadow;            // how much of the baked shadow belongs to this light
// The law of engine/skin/bare_skin.h.
uniform vec3 base, melanin_density, melanin_squared_density, haemoglobin_density;
uniform float melanin, haemoglobin, blood_hidden;
uniform float clay, gloss, exposure;
uniform sampler2D scatter;
#ifdef DETAIL
uniform sampler2D relief;
uniform float relief_amount;
#endif
#ifdef TISSUE
uniform sampler2D tissue;   // added melanin and haemoglobin, height (mm), how far the skin is scarred
uniform vec2 tissue_low, tissue_size;
uniform vec3 scar;          // ScarLaw of engine/skin/bare_skin.h
#endif
#if defined(DETAIL) && !defined(PAD)
#define LINES
uniform float lines, face_height;   // of age, 0..1; SkinLook
#endif
#ifdef PAD
uniform vec2 pad_size;
uniform float px_per_mm;
#endif

vec3 albedo_of(float m, float h) {
  return base * exp(-melanin_density * m - melanin_squared_density * m * m - haemoglobin_density * h * (1.0 - blood_hidden * m));
}

float ggx(float nh, float a) {
  float a2 = a * a;
  float d = nh * nh * (a2 - 1.0) + 1.0;
  return a2 / (3.14159 * d * d);
}

#ifdef PAD
// Outline of the pad: a rounded rectangle, radius 2.5 mm. xy = direction outwards, z = distance, mm.
vec3 pad_outline() {
  vec2 p = P.xy - 0.5 * pad_size;
  vec2 q = abs(p) - 0.5 * pad_size + 2.5;
  float d = length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - 2.5;
  vec2 away = max(q, 0.0001);
  away = q.x > 0.0 && q.y > 0.0 ? away : vec2(q.x > q.y, q.x <= q.y);
  return vec3(normalize(away) * sign(p), d);
}

// A slight dome, and a rolled edge 0.9 mm wide.
vec3 pad_normal(vec3 outline) {
  vec2 dome = (P.xy - 0.5 * pad_size) / max(pad_size.x, pad_size.y) * 0.22;
  float roll = smoothstep(-0.9, 0.0, outline.z);
  return normalize(vec3(dome + outline.xy * roll * roll * 1.1, 1.0));
}
#endif

#if defined(TISSUE) || defined(LINES)
// A normal over skin that rises and falls by `height` mm; needs no tangents (Mikkelsen, bump mapping unparametrized surfaces).
vec3 raised(vec3 n, float height) {
  vec3 along_x = dFdx(P), along_y = dFdy(P);
  vec3 across_y = cross(along_y, n), across_x = cross(n, along_x);
  float area = dot(along_x, across_y);
  vec3 slope = sign(area) * (dFdx(height) * across_y + dFdy(height) * across_x);
  return normalize(abs(area) * n - slope);
}
#endif

#ifdef LINES
float furrow(float away, float width) {
  return exp(-away * away / (width * width));
}

// Lines of age, as heights in mm: across the forehead, between the brows, from the outer corners of the eyes, under the
// lids, and from the wings of the nose to the corners of the mouth. In the space of the basic face (face_space).
float lines_at(vec3 p) {
  float below = 28.0 - p.y;
  if (below > 0.0) p.y = 28.0 - below - (1.0 / face_height - 1.0) * below * below / (below + 12.0);
  vec2 m = vec2(abs(p.x), p.y);
  float wave = 1.6 * sin(p.x * 0.09 + 0.7) + 0.9 * sin(p.x * 0.23);
  float across = furrow(p.y - 53.0 - wave, 1.1) + 0.9 * furrow(p.y - 61.0 - 1.2 * wave, 1.2) + 0.6 * furrow(p.y - 69.0 - 0.8 * wave, 1.1);
  float h = -0.16 * across * smoothstep(48.0, 26.0, m.x) * (0.7 + 0.3 * sin(p.x * 0.31 + p.y));
  h -= 0.22 * furrow(m.x - 6.5 + 0.12 * (p.y - 40.0), 1.0) * smoothstep(30.0, 36.0, p.y) * smoothstep(50.0, 43.0, p.y);
  vec2 corner = m - vec2(46.0, 21.0);
  float far = length(corner), turn = atan(corner.y, corner.x);
  float rays = furrow((turn - 0.55) * far, 0.8) + furrow((turn - 0.1) * far, 0.8) + furrow((turn + 0.4) * far, 0.8);
  h -= 0.17 * rays * smoothstep(3.0, 6.0, far) * smoothstep(17.0, 9.0, far) * step(0.0, corner.x);
  vec2 lid = m - vec2(32.0, 9.5);
  h -= 0.22 * furrow(lid.y - 0.011 * lid.x * lid.x, 1.6) * smoothstep(15.0, 9.0, abs(lid.x));
  vec2 a = vec2(17.0, -13.0), b = vec2(31.0, -45.0), along = b - a;
  float way = dot(m - a, along) / dot(along, along);
  float off = (m.x - a.x) * along.y / length(along) - (m.y - a.y) * along.x / length(along) + 3.0 * way * (1.0 - way) * 4.0 - 1.5;
  h -= 0.55 * furrow(off, 2.4) * smoothstep(-0.05, 0.15, way) * smoothstep(1.1, 0.7, way);
  return 2.0 * lines * h;
}
#endif

struct Detail {
  vec3 sharp, soft;  // normals for surface and for subsurface light
  float cavity, mottle, fine;
};

Detail detail_at(vec3 n) {
#ifdef DETAIL
  vec2 uv = B.xy;
  vec4 d = texture(relief, uv / 24.0);
  vec4 d2 = texture(relief, uv.yx / 173.0 + 0.37);
#ifndef PAD
  // Far from the vertex the chart stretches: planar projections there.
  float far = smoothstep(120.0, 165.0, length(uv));
  if (far > 0.0) {
    float q = smoothstep(0.40, 0.75, abs(n.z));
    d = mix(d, mix(texture(relief, P.zy / 24.0), texture(relief, P.xy / 24.0), q), far);
    d2 = mix(d2, mix(texture(relief, P.zy / 113.0), texture(relief, P.xy / 113.0), q), far);
  }
#endif
  vec3 t1 = normalize(cross(n, abs(n.y) > 0.98 ? vec3(0.0, 0.0, 1.0) : vec3(0.0, 1.0, 0.0)));
  vec3 t2 = cross(n, t1);
  vec2 slope = (d.rg - 0.5) * 2.0 * relief_amount;
  vec3 tilt = t1 * slope.x + t2 * slope.y;
  float cavity = mix(1.0, 0.72 + 0.34 * d.b, relief_amount);
  return Detail(normalize(n - tilt * 0.85), normalize(n - tilt * 0.34), cavity, d2.a - 0.5, d.a - 0.5);
#else
  return Detail(n, n, 1.0, 0.0, 0.0);
#endif
}

vec3 wrapped(vec3 colour, float nl) {
  const vec3 w = vec3(0.34, 0.22, 0.18);
  return colour * max((nl + w) / ((1.0 + w) * (1.0 + w)), 0.0);
}

vec3 diffuse_light(Detail d, float ao, float shadow) {
  vec3 key = texture(scatter, vec2(dot(d.soft, key_direction) * 0.5 + 0.5, A.y)).rgb;
  vec3 light = key_colour * key * pow(vec3(shadow), vec3(0.75, 1.0, 1.1));
  light += wrapped(fill_colour, dot(d.soft, fill_direction)) + wrapped(rim_colour, dot(d.soft, rim_direction));
  vec3 ambient = mix(vec3(0.115, 0.098, 0.09), vec3(0.24, 0.25, 0.27), d.soft.y * 0.5 + 0.5);
  return light * mix(1.0, ao, 0.35) + ambient * pow(vec3(ao), vec3(0.72, 1.0, 1.08));
}

vec3 specular_light(Detail d, vec3 v, float nv, float ao, float shadow) {
  float fresnel = 0.034 + 0.48 * pow(1.0 - nv, 5.0);
  float nl = max(dot(d.sharp, key_direction), 0.0);
  float nh = max(dot(d.sharp, normalize(key_direction + v)), 0.0);
  float visibility = 0.25 / (mix(0.16, 1.0, nl) * mix(0.16, 1.0, nv));
  vec3 light = key_colour * (mix(ggx(nh, 0.32), ggx(nh, 0.13), 0.38) * visibility * nl * shadow);
  vec3 rim = rim_colour * (ggx(max(dot(d.sharp, normalize(rim_direction + v)), 0.0), 0.34) * visibility *
                           max(dot(d.sharp, rim_direction), 0.0));
  vec3 fill = fill_colour * (ggx(max(dot(d.sharp, normalize(fill_direction + v)), 0.0), 0.36) * visibility *
                             max(dot(d.sharp, fill_direction), 0.0));
  vec3 room = mix(vec3(0.03), vec3(0.22, 0.24, 0.27), smoothstep(-0.2, 0.9, reflect(-v, d.sharp).y));
  return (light + rim + fill + room * (0.8 * ao)) * fresnel;
}

void main() {
#ifdef PAD
  vec3 outline = pad_outline();
  vec3 n = pad_normal(outline);
#else
  vec3 n = normalize(N);
#endif
  vec3 v = normalize(mix(eye - P, view_back, orthographic));
  float scarred = 0.0;
  vec2 marked = vec2(0.0);
#ifdef TISSUE
  vec4 mark = texture(tissue, (B.xy - tissue_low) / tissue_size);
  marked = mark.xy;
  scarred = mark.a;
  n = raised(n, mark.z);
#endif
#ifdef LINES
  if (lines > 0.0) {
    float on_face = smoothstep(25.0, 45.0, P.z) * step(P.y, 80.0) * step(-62.0, P.y);
    n = raised(n, on_face > 0.0 ? on_face * lines_at(P) : 0.0);
  }
#endif
  float nv = max(dot(n, v), 1e-3);
  Detail d = detail_at(n);
  // Scars have neither pores nor furrows.
  d.sharp = normalize(mix(d.sharp, n, 0.95 * scarred));
  d.soft = normalize(mix(d.soft, n, 0.95 * scarred));
  d.cavity = mix(d.cavity, 1.0, 0.95 * scarred);
  float lips = smoothstep(0.25, 0.75, B.w) * 0.8;
  float m = melanin * (1.0 + (0.24 * d.mottle + 0.14 * d.fine) / (1.0 + 2.0 * melanin));
  float h = haemoglobin * (1.0 + 0.36 * d.mottle + 0.3 * d.fine + B.z) + lips * 0.85;
#ifdef TISSUE
  m = max(0.0, m * (1.0 - scar.x * scarred / (1.0 + scar.y * melanin)) + marked.x);
  h = max(0.0, h * (1.0 - scar.z * scarred) + marked.y);
#endif
  vec3 albedo = mix(albedo_of(m, h), vec3(0.2296), clay) * d.cavity;
  float ao = A.x, shadow = mix(1.0, A.z, key_shadow);
  vec3 specular = specular_light(d, v, nv, ao, shadow) * gloss * mix(0.75, 1.5, A.w) * (1.0 + 0.6 * lips) *
                  (0.85 + 0.2 * d.mottle + 0.5 * d.fine) * d.cavity * (1.0 + 0.3 * scarred);
  float coverage = 1.0;
#ifdef PAD
  coverage = clamp(0.5 - outline.z * px_per_mm, 0.0, 1.0);
#endif
  diffuse_out = vec4(sqrt(exposure * 0.5 * albedo * diffuse_light(d, ao, shadow)), coverage);
  specular_out = vec4(sqrt(exposure * 0.5 * specular), coverage);
}
