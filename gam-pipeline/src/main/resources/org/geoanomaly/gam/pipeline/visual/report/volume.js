/* The 3-D view of the models. */
Report.Volume = class {
  constructor(root) {
    this.root = root;
    this.canvas = root.querySelector('canvas.volume');
    this.overlay = root.querySelector('canvas.axes');
    this.models = Report.data.volumes;
    this.eye = { turn: -0.65, tilt: 0.42, distance: 2.05 };
    const gl = this.models.length > 0 && this.canvas.getContext('webgl2', { premultipliedAlpha: true });
    if (!gl) {
      this.apologise();
      return;
    }
    this.gl = gl;
    this.redraw = Report.paced(() => this.draw());
    this.program();
    this.controls();
    this.gestures();
    this.load(0);
    new ResizeObserver(this.redraw).observe(this.canvas);
    Report.onTheme(this.redraw);
    Report.selection.follow(this.redraw);
    this.canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault();
      this.apologise();
    });
  }

  apologise() {
    const why = this.models.length ? 'This browser shows no WebGL 2' : 'There is no model to show';
    this.root.classList.add('unavailable');
    this.root.querySelector('.message').textContent = `${why}. Depth slices and sections among the figures show the same values.`;
    this.root.dataset.drawn = 'message';
  }

  program() {
    const gl = this.gl;
    const program = gl.createProgram();
    for (const [type, text] of [[gl.VERTEX_SHADER, Report.shaders.vertex], [gl.FRAGMENT_SHADER, Report.shaders.fragment]]) {
      const shader = gl.createShader(type);
      gl.shaderSource(shader, text);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
    }
    gl.linkProgram(program);
    if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(`3-D view: ${gl.getProgramInfoLog(program)}`);
    gl.useProgram(program);
    this.at = (name) => gl.getUniformLocation(program, name);
    gl.uniform1i(this.at('values'), 0);
    gl.uniform1i(this.at('ramp'), 1);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
  }

  texture(unit, target, upload) {
    const gl = this.gl;
    gl.activeTexture(gl.TEXTURE0 + unit);
    gl.bindTexture(target, gl.createTexture());
    upload(gl);
    for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(target, filter, gl.LINEAR);
    for (const wrap of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T, gl.TEXTURE_WRAP_R]) {
      gl.texParameteri(target, wrap, gl.CLAMP_TO_EDGE);
    }
  }

  /** From 0.15 where a model is least certain to 1 where it is most; nothing without such a layer. */
  certainty(model) {
    const other = this.models.find((m) => m.subject === model.subject && !m.signed);
    if (!other || other === model) return null;
    const values = Report.unpack(other);
    let [low, high] = [Infinity, -Infinity];
    for (const v of values) {
      if (v < low) low = v;
      if (v > high) high = v;
    }
    return values.map((v) => (high > low && !Number.isNaN(v) ? 0.15 + (0.85 * (high - v)) / (high - low) : 1));
  }

  /** Sliders at the levels that suit the model; amounts have no bodies, only slices. */
  bodies(model) {
    const share = (v) => Math.round((100 * Math.abs(v)) / this.limit);
    this.sliders.positive.value = model.levels.length ? share(model.levels[0]) : 100;
    this.sliders.negative.value = model.levels.length ? share(model.levels[1]) : 100;
    const slices = ['east', 'north', 'depth'].every((name) => Number(this.sliders[name].value) < 0);
    if (!model.levels.length && slices) this.sliders.depth.value = 50;
  }

  load(index) {
    const model = this.models[index];
    const values = Report.unpack(model);
    const texels = new Float32Array(values.length * 2);
    let most = 0;
    for (const v of values) if (Math.abs(v) > most) most = Math.abs(v);
    this.limit = most || 1;
    const sure = this.certainty(model);
    values.forEach((v, i) => {
      texels[2 * i] = Number.isNaN(v) ? 0 : v / this.limit;
      texels[2 * i + 1] = Number.isNaN(v) ? 0 : sure ? sure[i] : 1;
    });
    const [nx, ny, nz] = model.cells;
    this.texture(0, this.gl.TEXTURE_3D, (gl) =>
      gl.texImage3D(gl.TEXTURE_3D, 0, gl.RG16F, nx, ny, nz, 0, gl.RG, gl.FLOAT, texels),
    );
    const ramp = Report.ramp(model);
    this.texture(1, this.gl.TEXTURE_2D, (gl) =>
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGB, 256, 1, 0, gl.RGB, gl.UNSIGNED_BYTE, ramp),
    );
    this.model = model;
    this.bodies(model);
    this.fade.disabled = !sure;
    Report.legend(this.root.querySelector('.legend'), model);
    this.redraw();
  }

  controls() {
    const choice = this.root.querySelector('select.model');
    this.models.forEach((model, i) => choice.append(new Option(model.name, i)));
    choice.addEventListener('change', () => this.load(Number(choice.value)));
    this.sliders = {};
    this.root.querySelectorAll('input[type=range]').forEach((slider) => {
      this.sliders[slider.name] = slider;
      slider.addEventListener('input', this.redraw);
    });
    this.fade = this.root.querySelector('input[name=fade]');
    this.fade.addEventListener('change', this.redraw);
    const [, , depth] = this.models[0].metres;
    const flat = Math.max(this.models[0].metres[0], this.models[0].metres[1]);
    this.sliders.stretch.value = Math.log2(Math.max(0.5, Math.min(64, (0.42 * flat) / depth)));
    this.root.querySelector('button[data-act=home]').addEventListener('click', () => {
      this.eye = { turn: -0.65, tilt: 0.42, distance: 2.05 };
      this.redraw();
    });
  }

  /** What the sliders say, and that in words beside them. */
  settings() {
    const s = this.sliders;
    const number = (name) => Number(s[name].value);
    const say = (name, text) => (s[name].nextElementSibling.textContent = text);
    const stretch = 2 ** number('stretch');
    const positive = number('positive') / 100;
    const negative = number('negative') / 100;
    const [width, length, depth] = this.model.metres;
    const plane = (name, whole, from) => {
      const share = number(name) / 100;
      say(name, share < 0 ? 'off' : Report.km(from + share * whole));
      return share;
    };
    say('stretch', `× ${Report.number(stretch, 2)}`);
    say('positive', positive >= 1 ? 'none' : `≥ ${Report.withUnit(positive * this.limit, this.model.unit)}`);
    say('negative', negative >= 1 ? 'none' : `≤ ${Report.withUnit(-negative * this.limit, this.model.unit)}`);
    const planes = [plane('east', width, 0), plane('north', length, 0), plane('depth', depth, this.model.top)];
    const most = Math.max(width, length);
    const tall = (depth * stretch) / most;
    return {
      box: [width / most, length / most, Math.min(tall, 2)],
      levels: [positive >= 1 ? 9 : positive, negative >= 1 ? -9 : -negative],
      planes: [planes[0], planes[1], planes[2] < 0 ? -1 : 1 - planes[2]],
    };
  }

  camera(aspect) {
    const { turn, tilt, distance } = this.eye;
    const reach = distance * Math.max(1, 0.8 / aspect + 0.35);
    const from = [Math.cos(tilt) * Math.sin(turn), -Math.cos(tilt) * Math.cos(turn), Math.sin(tilt)].map((c) => c * reach);
    const look = Report.matrix.look(from);
    const view = 0.72;
    const matrix = Report.matrix.multiply(Report.matrix.perspective(view, aspect, 0.05, 40), look.matrix);
    return { from, axes: look.axes, spread: Math.tan(view / 2), matrix };
  }

  draw() {
    const gl = this.gl;
    Report.fit(this.canvas);
    const { width, height } = this.canvas;
    const camera = this.camera(width / height);
    const settings = this.settings();
    const [right, up, back] = camera.axes;
    gl.viewport(0, 0, width, height);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.uniform2f(this.at('size'), width, height);
    gl.uniform3f(this.at('eye'), ...camera.from);
    gl.uniform3f(this.at('right'), ...right);
    gl.uniform3f(this.at('up'), ...up);
    gl.uniform3f(this.at('ahead'), ...back.map((c) => -c));
    gl.uniform1f(this.at('spread'), camera.spread);
    gl.uniform3f(this.at('box'), ...settings.box);
    gl.uniform3f(this.at('cell'), ...this.model.cells.map((n) => 1 / n));
    gl.uniform2f(this.at('levels'), ...settings.levels);
    gl.uniform3f(this.at('planes'), ...settings.planes);
    gl.uniform1f(this.at('fade'), this.fade.checked && !this.fade.disabled ? 1 : 0);
    gl.uniform2f(this.at('rampEnds'), this.model.low / this.limit, this.model.high / this.limit);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
    this.drawOverlay(camera, settings.box);
    this.root.dataset.drawn = 'picture';
  }

  drawOverlay(camera, box) {
    const ratio = Report.fit(this.overlay);
    const g = this.overlay.getContext('2d');
    const width = this.overlay.clientWidth;
    const height = this.overlay.clientHeight;
    g.setTransform(ratio, 0, 0, ratio, 0, 0);
    g.clearRect(0, 0, width, height);
    const point = (p) => {
      const v = Report.matrix.apply(camera.matrix, p.map((c, k) => (c - 0.5) * box[k]));
      return [(v[0] / v[3] / 2 + 0.5) * width, (0.5 - v[1] / v[3] / 2) * height];
    };
    this.drawBox(g, point);
    this.drawAxes(g, point, camera);
    this.drawNames(g, point);
  }

  drawBox(g, point) {
    g.strokeStyle = Report.color('--frame');
    g.lineWidth = 1;
    g.beginPath();
    for (let axis = 0; axis < 3; axis++) {
      for (let i = 0; i < 4; i++) {
        const ends = [0, 1].map((end) => {
          const p = [i & 1, i >> 1];
          p.splice(axis, 0, end);
          return point(p);
        });
        g.moveTo(...ends[0]);
        g.lineTo(...ends[1]);
      }
    }
    g.stroke();
  }

  /** Kilometres along the lower edges next to the viewer, and down the edge at the left. */
  drawAxes(g, point, camera) {
    const x = camera.from[0] > 0 ? 1 : 0;
    const y = camera.from[1] > 0 ? 1 : 0;
    const corners = [[0, 0], [1, 0], [0, 1], [1, 1]];
    const left = corners.reduce((a, b) => (point([...a, 0.5])[0] < point([...b, 0.5])[0] ? a : b));
    this.axis(g, point, (t) => [t, y, 0], this.model.metres[0], 0, 'east (km)');
    this.axis(g, point, (t) => [x, t, 0], this.model.metres[1], 0, 'north (km)');
    this.axis(g, point, (t) => [...left, 1 - t], this.model.metres[2], this.model.top, 'depth (km)');
  }

  axis(g, point, along, metres, first, name) {
    const centre = point([0.5, 0.5, 0.5]);
    const out = (p, by) => {
      const away = [p[0] - centre[0], p[1] - centre[1]];
      const size = Math.hypot(...away) || 1;
      return [p[0] + (away[0] / size) * by, p[1] + (away[1] / size) * by];
    };
    const pixels = Math.hypot(...[0, 1].map((k) => point(along(1))[k] - point(along(0))[k]));
    const step = Report.step(metres / 1000, Math.max(2, Math.min(6, Math.floor(pixels / 44))));
    g.font = '12px system-ui, sans-serif';
    g.textAlign = 'center';
    g.textBaseline = 'middle';
    g.fillStyle = Report.color('--faint');
    const taken = [];
    for (let i = Math.ceil(first / 1000 / step); i * step <= (first + metres) / 1000 + 1e-9; i++) {
      const p = out(point(along((i * step * 1000 - first) / metres)), 16);
      const text = String(Number((i * step).toPrecision(6)));
      g.fillText(text, ...p);
      taken.push([...p, g.measureText(text).width / 2]);
    }
    const half = g.measureText(name).width / 2;
    const places = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8].map((t) => {
      const at = point(along(t));
      const beside = 34 + Math.abs(out(at, 1)[0] - at[0]) * half;
      return this.inside(g, name, out(at, beside));
    });
    // At the picture's edge the name is pushed towards the numbers: it goes where none is.
    const free = ([x, y]) => taken.every(([tx, ty, reach]) => Math.abs(tx - x) > half + reach + 3 || Math.abs(ty - y) > 15);
    g.fillStyle = Report.color('--ink');
    g.fillText(name, ...(places.find(free) ?? places[0]));
  }

  /** Keeps a text on the picture. */
  inside(g, text, [x, y]) {
    const half = g.measureText(text).width / 2 + 4;
    const width = this.overlay.clientWidth;
    return [Math.max(half, Math.min(width - half, x)), Math.max(10, Math.min(this.overlay.clientHeight - 10, y))];
  }

  drawNames(g, point) {
    const { west, south, lonSpan, latSpan } = this.model.place;
    const [, , depth] = this.model.metres;
    g.font = '600 12px system-ui, sans-serif';
    g.textAlign = 'left';
    const taken = [];
    for (const a of Report.data.anomalies.slice(0, 60)) {
      const lon = a.lon + 360 * Math.round((west + lonSpan / 2 - a.lon) / 360);
      const p = [(lon - west) / lonSpan, (a.lat - south) / latSpan, 1 - (a.depth - this.model.top) / depth];
      if (p.some((c) => c < 0 || c > 1)) continue;
      const [x, y] = point(p);
      const [, top] = point([p[0], p[1], 1]);
      const chosen = a.id === Report.selection.id;
      const name = a.id.length > 14 ? `${a.id.slice(0, 13)}…` : a.id;
      const span = [x, top - 24, x + 10 + g.measureText(name).width, top - 4];
      const free = taken.every((t) => span[0] > t[2] || span[2] < t[0] || span[1] > t[3] || span[3] < t[1]);
      if (!free && !chosen) continue;
      taken.push(span);
      g.strokeStyle = chosen ? '#ea580c' : Report.color('--frame');
      g.lineWidth = chosen ? 2 : 1;
      g.beginPath();
      g.moveTo(x, y);
      g.lineTo(x, top - 12);
      g.stroke();
      g.fillStyle = chosen ? '#ea580c' : Report.color('--ink');
      g.fillText(name, x + 4, top - 14);
    }
  }

  gestures() {
    const c = this.canvas;
    const turn = (dx, dy) => {
      this.eye.turn -= dx;
      this.eye.tilt = Math.max(-1.5, Math.min(1.5, this.eye.tilt + dy));
      this.redraw();
    };
    const approach = (factor) => {
      this.eye.distance = Math.max(0.9, Math.min(6, this.eye.distance * factor));
      this.redraw();
    };
    c.addEventListener('pointerdown', (event) => c.setPointerCapture(event.pointerId));
    c.addEventListener('pointermove', (event) => {
      if (event.buttons & 1) turn(event.movementX * 0.008, event.movementY * 0.008);
    });
    c.addEventListener(
      'wheel',
      (event) => {
        if (!event.ctrlKey && document.activeElement !== c) return;
        event.preventDefault();
        approach(Math.exp(event.deltaY * 0.001));
      },
      { passive: false },
    );
    const keys = {
      ArrowLeft: () => turn(0.1, 0),
      ArrowRight: () => turn(-0.1, 0),
      ArrowUp: () => turn(0, 0.08),
      ArrowDown: () => turn(0, -0.08),
      '+': () => approach(0.9),
      '-': () => approach(1.1),
    };
    c.addEventListener('keydown', (event) => {
      if (!keys[event.key]) return;
      event.preventDefault();
      keys[event.key]();
    });
  }
};
