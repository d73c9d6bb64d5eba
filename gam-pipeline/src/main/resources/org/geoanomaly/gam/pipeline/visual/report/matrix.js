/* 4 × 4 matrices in column order, as WebGL has them. */
Report.matrix = {
  multiply(a, b) {
    const out = new Float32Array(16);
    for (let c = 0; c < 4; c++) {
      for (let r = 0; r < 4; r++) {
        for (let k = 0; k < 4; k++) out[c * 4 + r] += a[k * 4 + r] * b[c * 4 + k];
      }
    }
    return out;
  },

  perspective(height, aspect, near, far) {
    const f = 1 / Math.tan(height / 2);
    const d = near - far;
    return new Float32Array([f / aspect, 0, 0, 0, 0, f, 0, 0, 0, 0, (far + near) / d, -1, 0, 0, (2 * far * near) / d, 0]);
  },

  /** Looks from a point at the origin, z up. Answers the matrix and its axes. */
  look(from) {
    const unit = (v) => v.map((c) => c / Math.hypot(...v));
    const z = unit(from);
    const x = unit([-z[1], z[0], 0]);
    const y = [z[1] * x[2] - z[2] * x[1], z[2] * x[0] - z[0] * x[2], z[0] * x[1] - z[1] * x[0]];
    const dot = (a) => -(a[0] * from[0] + a[1] * from[1] + a[2] * from[2]);
    return {
      axes: [x, y, z],
      matrix: new Float32Array([x[0], y[0], z[0], 0, x[1], y[1], z[1], 0, x[2], y[2], z[2], 0, dot(x), dot(y), dot(z), 1]),
    };
  },

  apply(m, [x, y, z]) {
    return [0, 1, 2, 3].map((i) => m[i] * x + m[4 + i] * y + m[8 + i] * z + m[12 + i]);
  },
};
