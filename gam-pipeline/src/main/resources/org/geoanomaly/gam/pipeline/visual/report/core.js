/* Data of the page, decoding, text. Everything below shares one scope; nothing is fetched. */
'use strict';

const Report = { errors: [] };
window.gamReport = Report;
window.addEventListener('error', (event) => Report.errors.push(String(event.message)));

Report.data = JSON.parse(document.getElementById('report-data').textContent);

/** Bytes of a base64 text. */
Report.bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

/** Values packed as 16 bits: 0 is no data, 1 … 65535 run evenly from min to max. */
Report.unpack = ({ values, min, max }) => {
  const bytes = Report.bytes(values);
  const out = new Float32Array(bytes.length / 2);
  for (let i = 0; i < out.length; i++) {
    const code = bytes[2 * i] | (bytes[2 * i + 1] << 8);
    out[i] = code === 0 ? NaN : min + ((code - 1) / 65534) * (max - min);
  }
  return out;
};

/** A number as short as its size allows, with a true minus. */
Report.number = (v, digits = 3) => {
  if (v === null || v === undefined || Number.isNaN(v)) return 'no data';
  if (v === 0) return '0';
  const size = Math.abs(v);
  const text = size >= 1e6 || size < 1e-3 ? v.toExponential(digits - 1).replace(/\.?0+e/, 'e') : String(Number(v.toPrecision(digits)));
  return text.replace(/-/g, '−');
};

Report.withUnit = (v, unit) => Report.number(v) + (unit && !Number.isNaN(v) ? ` ${unit}` : '');

Report.lat = (v) => `${Math.abs(v).toFixed(3)}° ${v < 0 ? 'S' : 'N'}`;

Report.lon = (v) => {
  const turned = v - 360 * Math.floor((v + 180) / 360);
  return `${Math.abs(turned).toFixed(3)}° ${turned < 0 ? 'W' : 'E'}`;
};

Report.km = (metres) => (Math.abs(metres) >= 1000 ? `${Report.number(metres / 1000)} km` : `${Report.number(metres)} m`);

/** The step, 1, 2 or 5 times a power of ten, that divides a range into at most `most` parts. */
Report.step = (range, most) => {
  const least = range / most;
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].find((lead) => lead * power >= least * (1 - 1e-9)) * power;
};

/** An element with properties and children; strings become text, never markup. */
Report.element = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

/** The colour of a theme variable, such as `--ink`. */
Report.color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Runs a drawing at most once a frame. */
Report.paced = (draw) => {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      draw();
    });
  };
};

/** Makes a canvas as fine as the screen; answers pixels for each CSS pixel. */
Report.fit = (canvas) => {
  const ratio = Math.min(window.devicePixelRatio || 1, 2);
  const width = Math.max(1, Math.round(canvas.clientWidth * ratio));
  const height = Math.max(1, Math.round(canvas.clientHeight * ratio));
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  return ratio;
};

/** Calls back whenever the system changes between light and dark. */
Report.onTheme = (changed) => window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);

/** One anomaly is selected at a time; map, model and table follow. */
Report.selection = {
  id: null,
  followers: [],
  set(id) {
    this.id = id;
    this.followers.forEach((follow) => follow(id));
  },
  follow(callback) {
    this.followers.push(callback);
  },
};
