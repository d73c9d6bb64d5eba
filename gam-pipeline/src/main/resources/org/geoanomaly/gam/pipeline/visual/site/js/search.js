/* Search: coordinates as people write them, the name of a tile, or the name of an anomaly. */
'use strict';

Gam.search = (() => {
  const NUMBER = String.raw`([+\-−]?\d+(?:[.]\d+)?)\s*°?\s*(?:(\d+(?:[.]\d+)?)\s*['′]\s*)?(?:(\d+(?:[.]\d+)?)\s*["″]\s*)?`;
  const PAIR = new RegExp(`^\\s*${NUMBER}([NSEW])?[\\s,;/]+${NUMBER}([NSEW])?\\s*$`, 'i');
  const TILE = /^t_([NS])(\d{2})_([EW])(\d{3})$/i;

  function degrees(whole, minutes, seconds, side) {
    const text = whole.replace('−', '-');
    const size = Math.abs(Number(text)) + Number(minutes ?? 0) / 60 + Number(seconds ?? 0) / 3600;
    return text.startsWith('-') || /[SW]/i.test(side ?? '') ? -size : size;
  }

  /** [lon, lat] or null; latitude comes first unless the letters say otherwise. */
  function coordinates(text) {
    const match = PAIR.exec(text);
    if (!match) return null;
    let lat = degrees(...match.slice(1, 5));
    let lon = degrees(...match.slice(5, 9));
    if (/[EW]/i.test(match[4] ?? '') || /[NS]/i.test(match[8] ?? '')) [lat, lon] = [lon, lat];
    if (lon > 180 && lon <= 360) lon -= 360;
    return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? [lon, lat] : null;
  }

  function tile(text) {
    const match = TILE.exec(text.trim());
    if (!match) return null;
    const lat = (/S/i.test(match[1]) ? -1 : 1) * Number(match[2]) + 5;
    const lon = (/W/i.test(match[3]) ? -1 : 1) * Number(match[4]) + 5;
    return Math.abs(lat) < 90 && Math.abs(lon) < 180 ? [lon, lat] : null;
  }

  function go(map, text) {
    const place = coordinates(text) ?? tile(text);
    if (place) {
      Gam.places.flyTo(map, place);
      Gam.details.inspect(map, new maplibregl.LngLat(...place)).catch(Gam.errors.record);
      return true;
    }
    return Gam.places.openNamed(map, text.trim());
  }

  return {
    coordinates,

    start(map) {
      const field = document.getElementById('search-text');
      const note = document.getElementById('search-note');
      document.getElementById('search').addEventListener('submit', (event) => {
        event.preventDefault();
        const found = go(map, field.value);
        note.textContent = found ? '' : 'Not understood. Try 40.5, -73.9 or 40°30′N 73°54′W.';
        field.setAttribute('aria-invalid', String(!found));
      });
    },
  };
})();
