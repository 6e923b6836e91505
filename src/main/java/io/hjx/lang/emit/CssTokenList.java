package io.hjx.lang.emit;

import io.hjx.lang.emit.CssToken.Kind;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/**
 * Tokens in the order of their text, in arrays: a large sheet has a million, which as objects would keep the garbage
 * collector busy. Confined to one {@link CssTokenizer} until that has ended, and unchanged from then on.
 */
final class CssTokenList extends AbstractList<CssToken> implements RandomAccess {

    private Kind[] kinds = new Kind[256];
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int size;

    void append(Kind kind, int start, int end) {
        if (size == kinds.length) {
            int room = size + (size >> 1);
            kinds = Arrays.copyOf(kinds, room);
            starts = Arrays.copyOf(starts, room);
            ends = Arrays.copyOf(ends, room);
        }
        kinds[size] = kind;
        starts[size] = start;
        ends[size] = end;
        size++;
    }

    Kind kind(int index) {
        return kinds[index];
    }

    @Override
    public CssToken get(int index) {
        return new CssToken(kind(index), starts[index], ends[index]);
    }

    @Override
    public int size() {
        return size;
    }
}
