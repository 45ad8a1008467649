/**
 * The header in which a page shows the key of the one request it works on. A header and no cookie: two
 * windows may work on two requests, and another site's page cannot send it.
 */
export const keyHeader = 'x-lianguan-key'
