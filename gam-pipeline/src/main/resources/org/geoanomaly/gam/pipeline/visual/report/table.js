/* Sortable tables: a button in each head; numbers by value, texts by alphabet. Rows of anomalies select theirs. */
Report.sortable = (table) => {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const key = (row, i) => row.cells[i].dataset.value ?? row.cells[i].textContent;
  const sort = (index, down) => {
    const numeric = heads[index].classList.contains('number');
    const rows = [...body.rows].sort((a, b) => {
      const [p, q] = [key(a, index), key(b, index)];
      return (numeric ? Number(p) - Number(q) : p.localeCompare(q)) * (down ? -1 : 1);
    });
    body.append(...rows);
    heads.forEach((head, i) => head.setAttribute('aria-sort', i !== index ? 'none' : down ? 'descending' : 'ascending'));
  };
  heads.forEach((head, i) => {
    const button = Report.element('button', { type: 'button' }, ...head.childNodes);
    button.addEventListener('click', () => sort(i, head.getAttribute('aria-sort') === 'ascending'));
    head.append(button);
  });
};

Report.anomalyRows = (table) => {
  const rows = [...table.tBodies[0].rows].filter((row) => row.dataset.id !== undefined);
  rows.forEach((row) =>
    row.querySelector('button')?.addEventListener('click', () => {
      Report.selection.set(row.dataset.id);
      document.getElementById('map').scrollIntoView({ block: 'start' });
    }),
  );
  Report.selection.follow((id) => rows.forEach((row) => row.classList.toggle('selected', row.dataset.id === id)));
};
