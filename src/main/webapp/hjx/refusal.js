// @ts-check
/** Why a server refuses connections. Loaded when one has. */

/** How many characters of an answer are shown. */
const LONGEST = 200;

/**
 * A browser does not show why a handshake was refused; the same address asked without one does.
 *
 * @param {{fetch: typeof globalThis.fetch}} environment @param {string} url of the endpoint
 * @param {boolean} known whether the server has ever taken a connection of this page
 * @returns {Promise<{ended?: string, wait?: number, reason?: string}>} why no further attempt is to be made, or how many
 *   milliseconds the next one is to wait and why; neither where trying again is all there is to do
 */
export async function askWhy({ fetch }, url, known) {
  const response = await fetch(url.replace(/^ws/, "http"), { cache: "no-store" });
  const { status, headers } = response;
  // A page is not ours but that of a proxy
  const reason = /html/.test(headers.get("Content-Type") ?? "") ? "" : (await response.text()).trim().slice(0, LONGEST);
  // Where we have been welcome before, "not found" tells of an application that is being started or replaced.
  if (status === 401 || status === 403 || (status === 404 && !known)) {
    return { ended: reason || `The server answered ${status}.` };
  }
  const busy = status === 429 || status === 503;
  return busy ? { wait: Number(headers.get("Retry-After")) * 1000 || 0, reason } : {};
}
