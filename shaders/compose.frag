// Light through the pigment, tone curve, and the background where there is no skin.
in vec2 t;
out vec4 colour;
uniform sampler2D diffuse, specular, absorbance;

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

// Share of skin in the pixel. There is no multisampling (too dear on a CPU), so pixels on the outline of a
// head fade by how many of their neighbours are background.
float coverage(ivec2 p, float here) {
  ivec2 most = textureSize(diffuse, 0) - 1;
  float beside = texelFetch(diffuse, max(p - ivec2(1, 0), 0), 0).a +
                 texelFetch(diffuse, min(p + ivec2(1, 0), most), 0).a +
                 texelFetch(diffuse, max(p - ivec2(0, 1), 0), 0).a +
                 texelFetch(diffuse, min(p + ivec2(0, 1), most), 0).a;
  return here * (beside > 3.99 ? 1.0 : beside * 0.25);
}

void main() {
  ivec2 p = ivec2(gl_FragCoord.xy);
  vec4 d = texelFetch(diffuse, p, 0);
  if (d.a == 0.0) {
    colour = vec4(background(), 1.0);
    return;
  }
  vec4 worked = texelFetch(absorbance, p, 0);
  vec3 s = texelFetch(specular, p, 0).rgb * (1.0 + 0.45 * min(worked.a, 1.0)), a = worked.rgb;
  s *= exp(-0.45 * a.g);  // what lies on the skin, hair and blood, hides its shine
  // The exposure 1.55 gives every skin type the typology angle of its class (renderer_test).
  vec3 skin = pow(tone((d.rgb * d.rgb * exp(-a) + s * s) * 1.55), vec3(1.0 / 2.2));
  float covered = coverage(p, d.a);
  colour = vec4(covered < 1.0 ? mix(background(), skin, covered) : skin, 1.0);
}
