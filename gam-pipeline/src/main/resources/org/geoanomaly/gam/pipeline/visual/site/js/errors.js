/* Everything that goes wrong on the page, for people (a notice) and for tests (window.gamErrors). */
'use strict';
window.Gam = {};
window.gamErrors = [];
window.gamReady = false;

Gam.errors = {
  record(error) {
    window.gamErrors.push(String(error?.message ?? error));
  },

  /** Shows a sentence; `onFile`, if given, also offers to open the archive from disk. */
  show(text, onFile) {
    document.getElementById('trouble-text').textContent = text;
    const picker = document.getElementById('trouble-file');
    picker.hidden = !onFile;
    if (onFile) {
      picker.querySelector('input').addEventListener('change', (event) => {
        const file = event.target.files[0];
        if (file) {
          Gam.errors.hide();
          onFile(file);
        }
      });
    }
    document.getElementById('trouble').hidden = false;
  },

  hide() {
    document.getElementById('trouble').hidden = true;
  },
};

window.addEventListener('error', (event) => Gam.errors.record(event.error ?? event.message));
window.addEventListener('unhandledrejection', (event) => Gam.errors.record(event.reason));
