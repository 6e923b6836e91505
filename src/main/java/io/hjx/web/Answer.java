package io.hjx.web;

/**
 * A page as it goes out. Immutable.
 *
 * @param status the HTTP status
 * @param refresh after how many seconds the browser asks again, or 0
 */
record Answer(int status, String html, int refresh) {

    static Answer of(int status, String html) {
        return new Answer(status, html, 0);
    }
}
