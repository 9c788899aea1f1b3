{
  "{{name}}_title": "{{Name}}",
  "{{name}}_empty": "Nothing here yet.",
  "{{name}}_name": "Name",
  "{{name}}_add": "Add",
  "{{name}}_remove": "Remove {name}",
  "{{name}}_older": "Show older",
  "{{name}}_waiting": "The list is on its way."
}
