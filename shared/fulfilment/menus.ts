/** IA-8: whoever picks, and whoever is given deliveries, has the menu of that work. */
export const workMenus = { picking: '/fulfilment/my-picking', delivery: '/fulfilment/my-deliveries' } as const
export type WorkMenu = keyof typeof workMenus
