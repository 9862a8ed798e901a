SwaggerUIBundle({
  url: '/api/v1/openapi.yaml',
  dom_id: '#contract',
  deepLinking: true,
  docExpansion: 'none',
  filter: true,
  validatorUrl: null,
});
