/* For browsers of any age: nothing here is newer than ES5. Says in one line that this browser is too old. */
(function () {
  var note = document.createElement('p');
  note.id = 'too-old';
  note.setAttribute('role', 'alert');
  note.appendChild(
    document.createTextNode(
      'Peramban ini terlalu lama untuk Rangkul. Perbarui Chrome, Firefox, Edge, atau Safari, lalu buka lagi. / This browser is too old for Rangkul: please update it.'
    )
  );
  document.body.insertBefore(note, document.body.firstChild);
})();
