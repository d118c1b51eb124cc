/** Where the module's other screens are. A card is opened beside whatever list it stands in: `?card=<id>`. */
export const cardsPath = '/kanban/cards'
export const sectionPath = '/kanban/section'
export const rulesPath = '/kanban/rules'
export const boardsPath = '/kanban/boards'
