/* Shaders of the 3-D view: a ray for each pixel through a box of values; surfaces at two levels, up to three planes. */
Report.shaders = {
  vertex: `#version 300 es
void main() {
  vec2 corner = vec2((gl_VertexID << 1) & 2, gl_VertexID & 2);
  gl_Position = vec4(corner * 2.0 - 1.0, 0.0, 1.0);
}`,

  fragment: `#version 300 es
precision highp float;
precision highp sampler3D;
uniform sampler3D values;   // r: value / limit, g: 0 without data, else how certain the value is, up to 1
uniform sampler2D ramp;
uniform vec2 size;          // of the picture
uniform vec3 eye, right, up, ahead;
uniform float spread;       // tan of half the view's height
uniform vec3 box;           // edges of the volume, centred on the origin
uniform vec3 cell;          // of the texture, 0..1
uniform vec2 levels;        // surfaces: above the first, below the second
uniform vec3 planes;        // 0..1, negative: none
uniform float fade;         // 1: what is uncertain is faint
uniform vec2 rampEnds;      // values / limit of the first and last colour
out vec4 color;

vec2 at(vec3 q) { return texture(values, clamp(q, 0.0, 1.0) * (1.0 - cell) + 0.5 * cell).rg; }
vec3 paint(float v) {
  return texture(ramp, vec2(clamp((v - rampEnds.x) / (rampEnds.y - rampEnds.x), 0.002, 0.998), 0.5)).rgb;
}
float beyond(float v) { return v > levels.x ? 1.0 : v < levels.y ? -1.0 : 0.0; }

vec3 shade(vec3 q, vec3 toEye, float side) {
  vec3 e = cell * 1.25;
  vec3 slope = vec3(
      at(q + vec3(e.x, 0, 0)).r - at(q - vec3(e.x, 0, 0)).r,
      at(q + vec3(0, e.y, 0)).r - at(q - vec3(0, e.y, 0)).r,
      at(q + vec3(0, 0, e.z)).r - at(q - vec3(0, 0, e.z)).r) / (box * e);
  bool edge = any(lessThan(q, vec3(0.004))) || any(greaterThan(q, vec3(0.996)));
  vec3 base = paint(edge ? at(q).r : side > 0.0 ? mix(levels.x, 1.0, 0.2) : mix(levels.y, -1.0, 0.2));
  if (edge || length(slope) < 1e-6) return base;
  vec3 normal = normalize(-side * slope);
  vec3 light = normalize(right * -0.5 + up * 0.75 - ahead * 0.7);
  float diffuse = max(dot(normal, light), 0.0);
  float glint = pow(max(dot(reflect(-light, normal), toEye), 0.0), 28.0) * 0.28;
  float rim = pow(1.0 - max(dot(normal, toEye), 0.0), 3.0) * 0.18;
  return base * (0.62 + 0.52 * diffuse) + glint + rim;
}

void main() {
  vec2 screen = (gl_FragCoord.xy / size * 2.0 - 1.0) * vec2(size.x / size.y, 1.0) * spread;
  vec3 ray = normalize(ahead + right * screen.x + up * screen.y);
  vec3 inverse = 1.0 / ray;
  vec3 a = (-0.5 * box - eye) * inverse;
  vec3 b = (0.5 * box - eye) * inverse;
  vec3 enter = min(a, b);
  vec3 leave = max(a, b);
  float start = max(max(enter.x, enter.y), max(enter.z, 0.0));
  float end = min(min(leave.x, leave.y), leave.z);
  color = vec4(0.0);
  if (end <= start) return;
  float stop = end;
  vec4 plane = vec4(0.0);
  for (int k = 0; k < 3; k++) {
    float t = ((planes[k] - 0.5) * box[k] - eye[k]) * inverse[k];
    if (planes[k] >= 0.0 && t > start - 1e-4 && t < stop + 1e-4) {
      vec2 v = at((eye + ray * t) / box + 0.5);
      stop = t;
      float seen = mix(0.45, 0.96, smoothstep(0.02, 0.3, abs(v.r))) * mix(1.0, v.g, fade);
      plane = v.g > 0.07 ? vec4(paint(v.r), seen) : vec4(vec3(0.62), 0.5);
    }
  }
  float stride = length(box) / 260.0;
  float jitter = fract(sin(dot(gl_FragCoord.xy, vec2(12.9898, 78.233))) * 43758.5453);
  float t = start + stride * 0.5 * jitter;
  for (int i = 0; i < 280 && t < stop; i++, t += stride) {
    float side = beyond(at((eye + ray * t) / box + 0.5).r);
    if (side == 0.0) continue;
    float low = max(start, t - stride);
    float high = t;
    for (int j = 0; j < 7; j++) {
      float middle = 0.5 * (low + high);
      if (beyond(at((eye + ray * middle) / box + 0.5).r) == side) high = middle; else low = middle;
    }
    vec3 q = (eye + ray * high) / box + 0.5;
    float opacity = mix(1.0, at(q).g, fade);
    color = vec4(shade(q, -ray, side) * opacity, opacity) + vec4(plane.rgb * plane.a, plane.a) * (1.0 - opacity);
    return;
  }
  color = vec4(plane.rgb * plane.a, plane.a);
}`,
};
