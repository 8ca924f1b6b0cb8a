'use strict';

// Swagger UI draws the description that the page names; everything comes from this server.
window.addEventListener('DOMContentLoaded', () => {
  const place = document.getElementById('api-docs');
  window.SwaggerUIBundle({ url: place.dataset.description, domNode: place, deepLinking: false });
});
