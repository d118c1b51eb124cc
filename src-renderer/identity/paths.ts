export const menusPath = '/menus'
