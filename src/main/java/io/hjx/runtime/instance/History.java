package io.hjx.runtime.instance;

/**
 * The last changes of an instance, without a gap. Confined to the mailbox; what it hands out is for everybody.
 *
 * <p>All changes stand in one array, of which each {@link Stretch} shows a part: behind its end more may come, inside
 * it nothing changes any more. So a stretch costs nothing. When the array is full, or too much of it is forgotten, the
 * changes that are left move to a new one, which makes an addition cost a constant time on the average.
 *
 * <p>What changes have {@linkplain Former replaced} is forgotten earlier where it is much: a change then takes the
 * place of itself in the array. Who reads it at that moment finds the one or the other, and both are right.
 */
final class History {

    /** The most that it holds, in about characters of JSON text; forgotten changes take up to as much again. */
    static final int MAX_SIZE = 1 << 20;

    /** The most that replaced values hold, in about characters of JSON text: those of a state of any size. */
    static final int MAX_FORMER_SIZE = 1 << 20;

    private static final int FIRST_LENGTH = 16;

    private final int maxLength;
    private Change[] changes = new Change[FIRST_LENGTH];
    private int start;
    private int end;
    private long size;
    private long forgottenSize;
    /** Changes before it have nothing of what they replaced. */
    private int formerStart;

    private long formerSize;
    private long lastForgottenEvent = -1;

    /** @param maxLength the most changes that it remembers */
    History(int maxLength) {
        this.maxLength = maxLength;
    }

    /** Changes from {@code start} up to {@code end} of an array whose other places others use. Immutable. */
    static final class Stretch {

        private final Change[] changes;
        private final int start;
        private final int end;

        private Stretch(Change[] changes, int start, int end) {
            this.changes = changes;
            this.start = start;
            this.end = end;
        }

        /** How many changes the array behind it holds on to. */
        int held() {
            return end;
        }

        int length() {
            return end - start;
        }

        /** The change that so many others follow, fewer than {@link #length}. */
        Change fromLast(int following) {
            return changes[end - 1 - following];
        }
    }

    void add(Change change) {
        if (end == changes.length) {
            move();
        }
        changes[end++] = change;
        size += change.size();
        formerSize += change.former().size();
        while (formerSize > MAX_FORMER_SIZE) {
            forgetFormer();
        }
        while (length() > maxLength || (size > MAX_SIZE && length() > 1)) {
            forgetOldest();
        }
        if (forgottenSize > MAX_SIZE) {
            move();
        }
    }

    private void forgetFormer() {
        Change change = changes[formerStart];
        formerSize -= change.former().size();
        if (!change.former().values().isEmpty()) {
            changes[formerStart] = change.withoutFormer();
        }
        formerStart++;
    }

    private void forgetOldest() {
        if (formerStart == start) {
            forgetFormer();
        }
        Change forgotten = changes[start++];
        size -= forgotten.size();
        forgottenSize += forgotten.size();
        if (!forgotten.broadcasts().isEmpty()) {
            lastForgottenEvent = forgotten.version();
        }
    }

    private void move() {
        Change[] moved = new Change[Math.max(FIRST_LENGTH, length() * 2)];
        System.arraycopy(changes, start, moved, 0, length());
        changes = moved;
        formerStart -= start;
        end = length();
        start = 0;
        forgottenSize = 0;
    }

    int length() {
        return end - start;
    }

    /** The version of the last change with a broadcast that is forgotten, or -1. */
    long lastForgottenEvent() {
        return lastForgottenEvent;
    }

    /** What is remembered now. */
    Stretch stretch() {
        return new Stretch(changes, start, end);
    }
}
