/* Starts everything. What fails is said on the page; the tables and pictures stay. */
const start = (name, make) => {
  try {
    make();
  } catch (error) {
    Report.errors.push(`${name}: ${error.stack ?? error}`);
    console.error(error);
  }
};
document.querySelectorAll('table.sortable').forEach((table) => start('table', () => Report.sortable(table)));
document.querySelectorAll('table.anomalies').forEach((table) => start('rows', () => Report.anomalyRows(table)));
if (document.getElementById('map')) {
  start('map', () => (Report.map = new Report.Map(document.getElementById('map'))));
}
start('model', () => (Report.volume = new Report.Volume(document.getElementById('model'))));
Report.selection.set(null);
requestAnimationFrame(() =>
  requestAnimationFrame(() => {
    document.documentElement.dataset.ready = Report.errors.length ? 'errors' : 'yes';
    document.documentElement.dataset.requests = performance.getEntriesByType('resource').length;
  }),
);
