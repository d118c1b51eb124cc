/** The hidden System user, author of what the host does by itself. It cannot log in, and no list shows it. */
export const systemUserId = '00000000-0000-7000-8000-000000000000'
/** As it stands in the books; screens say it in the reader's language. */
export const systemUserName = 'System'
