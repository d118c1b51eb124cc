/** Where many items are changed at once. */
export const itemGridPath = '/masters/items/sheet'
