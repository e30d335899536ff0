// Light through dots and hair, tone curve, and the background where there is no skin.
in vec2 t;
out vec4 colour;
uniform sampler2D diffuse, specular, taken, spread, depth;
uniform vec3 wander;      // wander_pass.h: texels of `spread` to a pixel, as a share of it; z = 0: none of its own
uniform vec2 wander_most; // the farthest of them
uniform vec2 distance_of_depth;  // view.h; 0: outlines stay as they are

vec3 tone(vec3 x) {
  x *= 0.62;
  return clamp((x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14), 0.0, 1.0);
}

// Radial grey, #343230 in the middle to #181716 at the edge; a little noise hides the steps.
vec3 background() {
  float d = length((t - vec2(0.5, 0.5)) * vec2(1.15, 1.0));
  vec3 c = mix(vec3(52.0, 50.0, 48.0), vec3(24.0, 23.0, 22.0), smoothstep(0.0, 0.72, d)) / 255.0;
  float noise = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715)))) - 0.5;
  return c + noise / 255.0;
}

vec3 colour_at(ivec2 p) {
  vec4 d = texelFetch(diffuse, p, 0);
  if (d.a == 0.0) return background();
  vec4 worked = texelFetch(taken, p, 0);
  // Light comes in wherever it wanders here from, and goes out here: it passes dots and hair twice (skin/light.h).
  vec3 out_here = 1.0 - worked.rgb, came_in = out_here;
  if (wander.z > 0.0) came_in = 1.0 - textureLod(spread, min((vec2(p) + 0.5) * wander.xy, wander_most), 0.0).rgb;
  // Wet skin shines more, covered skin less; the square below makes its light.
  vec3 s = texelFetch(specular, p, 0).rgb * (1.0 + 0.45 * clamp(worked.a, -1.0, 1.0));
  // The exposure 1.55 gives every skin type the typology angle of its class (renderer_test).
  vec3 skin = pow(tone((d.rgb * d.rgb * out_here * came_in + s * s) * 1.55), vec3(1.0 / 2.2));
  return mix(background(), skin, d.a);  // a pad's rim covers part of a pixel
}

float distance_at(ivec2 p) { return distance_of_depth.y / (2.0 * texelFetch(depth, p, 0).r - 1.0 + distance_of_depth.x); }

// Whether a nearer part ends here. On a surface, however steep, what lies to both sides differs alike.
bool outline(ivec2 p, ivec2 most) {
  const float kJumpMm = 0.8;
  ivec2 low = max(p - 1, 0), high = min(p + 1, most);
  float here = 2.0 * distance_at(p);
  return abs(distance_at(ivec2(low.x, p.y)) + distance_at(ivec2(high.x, p.y)) - here) > kJumpMm ||
         abs(distance_at(ivec2(p.x, low.y)) + distance_at(ivec2(p.x, high.y)) - here) > kJumpMm;
}

// There is no multisampling (too dear on a CPU): pixels on an outline take from their neighbours, the middle as much as
// four corners. Loops, because software renderers run both sides of an if, but leave a loop that nobody needs.
void main() {
  ivec2 p = ivec2(gl_FragCoord.xy), most = textureSize(diffuse, 0) - 1;
  bool soft = false;
  for (int k = 0; k < int(distance_of_depth.y != 0.0); ++k) soft = outline(p, most);
  vec3 sum = vec3(0.0);
  float weights = 0.0;
  for (int i = 0; i < (soft ? 9 : 1); ++i) {
    ivec2 away = soft ? ivec2(i % 3 - 1, i / 3 - 1) : ivec2(0);
    float weight = float((2 - abs(away.x)) * (2 - abs(away.y)));
    sum += weight * colour_at(clamp(p + away, ivec2(0), most));
    weights += weight;
  }
  colour = vec4(sum / weights, 1.0);
}
