/* The interactive map: one layer of values, lines, anomalies; pan, zoom, read-out. Equirectangular, true to scale in the middle. */
Report.Map = class {
  constructor(root) {
    this.root = root;
    this.canvas = root.querySelector('canvas.map');
    this.readout = root.querySelector('.readout');
    this.details = root.querySelector('.details');
    this.data = Report.data;
    const { west, east, south, north } = this.data.area;
    this.area = this.data.area;
    this.shrink = Math.max(0.1, Math.cos(((south + north) / 2) * (Math.PI / 180)));
    this.home = { lon: (west + east) / 2, lat: (south + north) / 2, zoom: 1 };
    this.view = { ...this.home };
    this.layers = this.data.grids.map((grid) => ({ ...grid, numbers: Report.unpack(grid), picture: null }));
    this.layer = this.layers[0];
    this.shown = { coast: true, borders: true, grid: true, anomalies: true };
    this.confidence = 0;
    this.pointers = new Map();
    this.redraw = Report.paced(() => this.draw());
    this.controls();
    this.gestures();
    this.choose(0);
    new ResizeObserver(this.redraw).observe(this.canvas);
    Report.onTheme(this.redraw);
    Report.selection.follow((id) => this.select(id));
  }

  controls() {
    const choice = this.root.querySelector('select.layer');
    this.layers.forEach((layer, i) => choice.append(new Option(layer.name, i)));
    choice.addEventListener('change', () => this.choose(Number(choice.value)));
    this.root.querySelectorAll('input[data-show]').forEach((box) =>
      box.addEventListener('change', () => {
        this.shown[box.dataset.show] = box.checked;
        this.redraw();
      }),
    );
    const slider = this.root.querySelector('input.confidence');
    slider.addEventListener('input', () => {
      this.confidence = Number(slider.value) / 100;
      slider.nextElementSibling.textContent = `${slider.value} %`;
      this.redraw();
    });
    const act = { in: () => this.zoom(1.5), out: () => this.zoom(1 / 1.5), home: () => this.reset() };
    this.root.querySelectorAll('button[data-act]').forEach((b) => b.addEventListener('click', act[b.dataset.act]));
  }

  reset() {
    this.view = { ...this.home };
    this.redraw();
  }

  choose(index) {
    this.layer = this.layers[index];
    if (!this.layer) return;
    this.layer.picture ??= this.paint(this.layer);
    Report.legend(this.root.querySelector('.legend'), this.layer);
    this.redraw();
  }

  /** The layer as a picture of one pixel for each cell. */
  paint(layer) {
    const ramp = Report.ramp(layer);
    const canvas = Report.element('canvas', { width: layer.columns, height: layer.rows });
    const image = new ImageData(layer.columns, layer.rows);
    layer.numbers.forEach((v, i) => {
      if (Number.isNaN(v)) return;
      const at = Math.max(0, Math.min(255, Math.floor(((v - layer.low) / (layer.high - layer.low)) * 256)));
      image.data.set([ramp[3 * at], ramp[3 * at + 1], ramp[3 * at + 2], 255], 4 * i);
    });
    canvas.getContext('2d').putImageData(image, 0, 0);
    return canvas;
  }

  /** CSS pixels for each degree of latitude. */
  scale() {
    const { west, east, south, north } = this.area;
    const width = this.canvas.clientWidth - 24;
    const height = this.canvas.clientHeight - 24;
    return this.view.zoom * Math.min(width / ((east - west) * this.shrink), height / (north - south));
  }

  x(lon) {
    return this.canvas.clientWidth / 2 + (lon - this.view.lon) * this.shrink * this.scale();
  }

  y(lat) {
    return this.canvas.clientHeight / 2 - (lat - this.view.lat) * this.scale();
  }

  place(x, y) {
    const scale = this.scale();
    return {
      lon: this.view.lon + (x - this.canvas.clientWidth / 2) / (this.shrink * scale),
      lat: this.view.lat - (y - this.canvas.clientHeight / 2) / scale,
    };
  }

  /** A longitude in the turn of the area. */
  near(lon) {
    const middle = (this.area.west + this.area.east) / 2;
    return lon - 360 * Math.round((lon - middle) / 360);
  }

  anomalies() {
    return this.shown.anomalies ? this.data.anomalies.filter((a) => a.confidence >= this.confidence) : [];
  }

  draw() {
    const ratio = Report.fit(this.canvas);
    const g = this.canvas.getContext('2d');
    g.setTransform(ratio, 0, 0, ratio, 0, 0);
    g.clearRect(0, 0, this.canvas.clientWidth, this.canvas.clientHeight);
    if (this.layer) this.drawValues(g);
    if (this.shown.borders) this.drawLines(g, this.data.lines.borders, [6, 4], 1);
    if (this.shown.coast) this.drawLines(g, this.data.lines.coast, [], 1.4);
    if (this.shown.grid) this.drawGrid(g);
    this.drawAnomalies(g);
    this.drawScaleBar(g);
    this.canvas.dataset.drawn = 'yes';
  }

  drawValues(g) {
    const layer = this.layer;
    const left = this.x(layer.west);
    const top = this.y(layer.north);
    const width = this.x(layer.west + layer.columns * layer.dx) - left;
    const height = this.y(layer.north - layer.rows * layer.dy) - top;
    g.fillStyle = this.hatch(g);
    g.fillRect(left, top, width, height);
    g.imageSmoothingEnabled = width / layer.columns < 24;
    g.drawImage(layer.picture, left, top, width, height);
    g.strokeStyle = Report.color('--ink');
    g.lineWidth = 1;
    g.strokeRect(left, top, width, height);
  }

  hatch(g) {
    const tile = Report.element('canvas', { width: 8, height: 8 });
    const t = tile.getContext('2d');
    t.fillStyle = '#e8eaed';
    t.fillRect(0, 0, 8, 8);
    t.strokeStyle = '#b9c0c7';
    t.beginPath();
    for (const from of [-8, 0, 8]) {
      t.moveTo(from, 8);
      t.lineTo(from + 8, 0);
    }
    t.stroke();
    return g.createPattern(tile, 'repeat');
  }

  drawLines(g, lines, dash, width) {
    g.save();
    g.beginPath();
    g.rect(this.x(this.area.west), this.y(this.area.north), this.x(this.area.east) - this.x(this.area.west), this.y(this.area.south) - this.y(this.area.north));
    g.clip();
    g.beginPath();
    for (const line of lines) {
      for (let i = 0; i < line.length; i += 2) g[i ? 'lineTo' : 'moveTo'](this.x(line[i]), this.y(line[i + 1]));
    }
    g.setLineDash(dash);
    g.lineWidth = width;
    g.strokeStyle = '#1c2730';
    g.stroke();
    g.restore();
  }

  drawGrid(g) {
    const { west, east, south, north } = this.area;
    const step = Report.step(Math.min(east - west, (north - south) * 1.6) / this.view.zoom, 5);
    const digits = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
    const width = this.canvas.clientWidth;
    const height = this.canvas.clientHeight;
    g.lineWidth = 1;
    g.strokeStyle = 'rgba(0, 0, 0, 0.16)';
    g.font = '12px system-ui, sans-serif';
    const seen = [this.place(0, height), this.place(width, 0)];
    const left = Math.max(6, this.x(west) + 6);
    const bottom = Math.min(height - 6, this.y(south) - 6);
    const right = Math.min(width, this.x(east));
    const top = Math.max(0, this.y(north));
    for (let i = Math.ceil(Math.max(west, seen[0].lon) / step); i * step <= Math.min(east, seen[1].lon); i++) {
      const x = this.x(i * step);
      this.segment(g, x, Math.max(0, this.y(north)), x, Math.min(height, this.y(south)));
      const turned = i * step - 360 * Math.floor((i * step + 180) / 360);
      const name = `${Math.abs(turned).toFixed(digits)}°${turned < 0 ? 'W' : 'E'}`;
      const half = g.measureText(name).width / 2 + 4;
      // The corner belongs to the latitudes; what would hang over an edge is left out.
      if (x - half > left + 44 && x + half < right) this.tag(g, name, x, bottom, 'center');
    }
    for (let i = Math.ceil(Math.max(south, seen[0].lat) / step); i * step <= Math.min(north, seen[1].lat); i++) {
      const y = this.y(i * step);
      this.segment(g, Math.max(0, this.x(west)), y, Math.min(width, this.x(east)), y);
      const name = `${Math.abs(i * step).toFixed(digits)}°${i < 0 ? 'S' : i > 0 ? 'N' : ''}`;
      if (y - 10 > top && y + 6 < bottom + 6) this.tag(g, name, left, y + 4, 'left');
    }
  }

  segment(g, x0, y0, x1, y1) {
    g.beginPath();
    g.moveTo(x0, y0);
    g.lineTo(x1, y1);
    g.stroke();
  }

  /** Dark text with a light rim: readable on every colour. */
  tag(g, text, x, y, align) {
    g.save();
    g.textAlign = align;
    g.lineJoin = 'round';
    g.lineWidth = 3;
    g.strokeStyle = 'rgba(255, 255, 255, 0.85)';
    g.strokeText(text, x, y);
    g.fillStyle = '#17202a';
    g.fillText(text, x, y);
    g.restore();
  }

  drawAnomalies(g) {
    const places = this.anomalies().map((a) => ({ a, x: this.x(this.near(a.lon)), y: this.y(a.lat) }));
    const taken = places.map(({ x, y }) => [x - 9, y - 9, x + 9, y + 9]);
    g.font = '600 13px system-ui, sans-serif';
    for (const { a, x, y } of places) {
      const chosen = a.id === Report.selection.id;
      for (const [color, width] of [['#ffffff', 5], [chosen ? '#c2410c' : '#17202a', chosen ? 3 : 2]]) {
        g.beginPath();
        g.arc(x, y, chosen ? 10 : 8, 0, 7);
        g.lineWidth = width;
        g.strokeStyle = color;
        g.stroke();
      }
    }
    for (const { a, x, y } of places) {
      const name = a.id.length > 18 ? `${a.id.slice(0, 17)}…` : a.id;
      const box = [x + 12, y - 9, x + 14 + g.measureText(name).width, y + 9];
      if (a.id === Report.selection.id || taken.every((t) => box[0] > t[2] || box[2] < t[0] || box[1] > t[3] || box[3] < t[1])) {
        taken.push(box);
        this.tag(g, name, x + 13, y + 4.5, 'left');
      }
    }
  }

  drawScaleBar(g) {
    const lat = this.place(0, this.canvas.clientHeight - 40).lat;
    const perPixel = (111195 * Math.cos((lat * Math.PI) / 180)) / (this.shrink * this.scale());
    const metres = Report.step(perPixel * 60, 1);
    const length = metres / perPixel;
    const x = Math.min(this.canvas.clientWidth, this.x(this.area.east)) - length - 30;
    const y = Math.min(this.canvas.clientHeight, this.y(this.area.south)) - 46;
    g.fillStyle = 'rgba(255, 255, 255, 0.88)';
    g.fillRect(x - 14, y - 22, length + 28, 36);
    g.fillStyle = '#17202a';
    g.fillRect(x, y, length, 4);
    g.font = '12px system-ui, sans-serif';
    this.tag(g, Report.km(metres), x + length / 2, y - 6, 'center');
  }

  zoom(factor, x = this.canvas.clientWidth / 2, y = this.canvas.clientHeight / 2) {
    const before = this.place(x, y);
    this.view.zoom = Math.max(0.5, Math.min(60, this.view.zoom * factor));
    const after = this.place(x, y);
    this.move(before.lon - after.lon, before.lat - after.lat);
  }

  move(lon, lat) {
    const { west, east, south, north } = this.area;
    this.view.lon = Math.max(west, Math.min(east, this.view.lon + lon));
    this.view.lat = Math.max(south, Math.min(north, this.view.lat + lat));
    this.redraw();
  }

  shift(dx, dy) {
    this.move(-dx / (this.shrink * this.scale()), dy / this.scale());
  }

  gestures() {
    const c = this.canvas;
    const at = (event) => {
      const box = c.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    c.addEventListener('pointerdown', (event) => {
      c.setPointerCapture(event.pointerId);
      this.pointers.set(event.pointerId, at(event));
      this.moved = 0;
    });
    c.addEventListener('pointermove', (event) => {
      const now = at(event);
      const last = this.pointers.get(event.pointerId);
      if (last) this.drag(event.pointerId, last, now);
      else this.read(now);
    });
    for (const end of ['pointerup', 'pointercancel']) {
      c.addEventListener(end, (event) => {
        if (end === 'pointerup' && this.pointers.size === 1 && this.moved < 5) this.pick(at(event));
        this.pointers.delete(event.pointerId);
      });
    }
    c.addEventListener('pointerleave', () => this.read(null));
    c.addEventListener(
      'wheel',
      (event) => {
        // Without a key or the focus the wheel scrolls the page.
        if (!event.ctrlKey && document.activeElement !== c) return;
        event.preventDefault();
        const p = at(event);
        this.zoom(Math.exp(-event.deltaY * 0.0015), p.x, p.y);
      },
      { passive: false },
    );
    c.addEventListener('dblclick', (event) => this.zoom(2, at(event).x, at(event).y));
    const keys = {
      ArrowLeft: () => this.shift(40, 0),
      ArrowRight: () => this.shift(-40, 0),
      ArrowUp: () => this.shift(0, 40),
      ArrowDown: () => this.shift(0, -40),
      '+': () => this.zoom(1.3),
      '-': () => this.zoom(1 / 1.3),
      0: () => this.reset(),
    };
    c.addEventListener('keydown', (event) => {
      if (!keys[event.key]) return;
      event.preventDefault();
      keys[event.key]();
      this.read({ x: c.clientWidth / 2, y: c.clientHeight / 2 });
    });
  }

  drag(id, last, now) {
    const others = [...this.pointers.entries()].filter(([other]) => other !== id);
    this.moved += Math.hypot(now.x - last.x, now.y - last.y);
    if (others.length === 1) {
      const [, fixed] = others[0];
      const before = Math.hypot(last.x - fixed.x, last.y - fixed.y);
      this.zoom(Math.hypot(now.x - fixed.x, now.y - fixed.y) / Math.max(1, before), fixed.x, fixed.y);
    } else if (others.length === 0) {
      this.shift(now.x - last.x, now.y - last.y);
    }
    this.pointers.set(id, now);
  }

  value(layer, place) {
    const column = Math.floor((this.near(place.lon) - layer.west) / layer.dx);
    const row = Math.floor((layer.north - place.lat) / layer.dy);
    const inside = column >= 0 && row >= 0 && column < layer.columns && row < layer.rows;
    return inside ? layer.numbers[row * layer.columns + column] : undefined;
  }

  read(point) {
    if (!point || !this.layer) {
      this.readout.textContent = 'Point at the map to read values.';
      return;
    }
    const place = this.place(point.x, point.y);
    const value = this.value(this.layer, place);
    const text = value === undefined ? 'outside' : Report.withUnit(value, this.layer.unit);
    this.readout.replaceChildren(
      Report.element('span', {}, `${Report.lat(place.lat)}, ${Report.lon(place.lon)}`),
      Report.element('strong', {}, `${this.layer.name}: ${text}`),
    );
  }

  pick(point) {
    const reach = (a) => Math.hypot(this.x(this.near(a.lon)) - point.x, this.y(a.lat) - point.y);
    const [nearest] = this.anomalies().sort((a, b) => reach(a) - reach(b));
    Report.selection.set(nearest && reach(nearest) < 22 ? nearest.id : null);
  }

  select(id) {
    const a = this.data.anomalies.find((one) => one.id === id);
    this.redraw();
    if (!a) {
      this.details.replaceChildren(Report.element('p', {}, 'Click an anomaly for its details.'));
      return;
    }
    const rows = [
      ['type', a.type],
      ['confidence', `${Math.round(100 * a.confidence)} %`],
      ['score', Report.number(a.score)],
      ['place', `${Report.lat(a.lat)}, ${Report.lon(a.lon)}`],
      ['depth of peak', Report.km(a.depth)],
      ['from – to', `${Report.km(a.depth_min)} – ${Report.km(a.depth_max)}`],
      ['extent', Report.km(a.extent)],
      ['volume', `${Report.number(a.volume / 1e9)} km³`],
      ...Object.entries(a.contributions).map(([name, part]) => [`part of ${name}`, Report.number(part)]),
    ];
    const list = Report.element('dl');
    rows.forEach(([name, text]) => list.append(Report.element('dt', {}, name), Report.element('dd', {}, text)));
    this.details.replaceChildren(Report.element('h3', {}, a.id), list);
  }
};
