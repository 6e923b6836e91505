package io.hjx.web;

/**
 * Which of the examples that ship are there. Immutable.
 *
 * @param chat whether the chat room is
 */
public record Examples(boolean chat) {}
