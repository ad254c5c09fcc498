/** A schema without the permission to have more keys: that is for those which a later program adds. */
export function closedSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closedSchema);
  if (typeof schema !== 'object' || schema === null) return schema;
  const members = Object.entries(schema).map(([key, value]) => [key, closedSchema(value)]);
  const isObject = 'type' in schema && JSON.stringify(schema.type).includes('object') && 'properties' in schema;
  return Object.fromEntries([...members, ...(isObject ? [['additionalProperties', false]] : [])]);
}
