/* Numbers and places as people read them, and DOM elements without HTML strings. */
'use strict';

Gam.text = {
  /** A value with sign and decimals, as `+1.23`. */
  signed(v, decimals = 2) {
    const sign = v > 0 ? '+' : v < 0 ? '−' : '';
    return sign + Math.abs(v).toFixed(decimals);
  },

  /** A number of three digits as short as possible, with a true minus. */
  short(v) {
    return String(Number(v.toPrecision(3))).replace('-', '−');
  },

  place(lon, lat) {
    return `${Math.abs(lat).toFixed(2)}° ${lat < 0 ? 'S' : 'N'}, ${Math.abs(lon).toFixed(2)}° ${lon < 0 ? 'W' : 'E'}`;
  },

  /** The 10° tile of a place, named by its south-west corner, as `t_N30_E120`. */
  tileId(lon, lat) {
    const south = Math.min(80, Math.floor(lat / 10) * 10);
    const west = Math.min(170, Math.floor(lon / 10) * 10);
    const digits = (v, n) => String(Math.abs(v)).padStart(n, '0');
    return `t_${south < 0 ? 'S' : 'N'}${digits(south, 2)}_${west < 0 ? 'W' : 'E'}${digits(west, 3)}`;
  },

  /** An element with properties and children; strings become text, never markup. */
  element(tag, properties = {}, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  },

  /** A link if the address is http(s) or relative, else plain text. */
  link(text, url) {
    if (!url) return document.createTextNode(text);
    const resolved = new URL(url, document.baseURI);
    if (!['http:', 'https:', 'file:'].includes(resolved.protocol)) return document.createTextNode(text);
    return Gam.text.element('a', { href: resolved.href, target: '_blank', rel: 'noopener' }, text);
  },
};
