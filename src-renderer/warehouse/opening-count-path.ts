/** Where the opening stock is counted. */
export const openingCountPath = '/warehouse/opening-count'
