package io.hjx.runtime.instance;

/** Numbers in a row that is being rearranged. Confined to one thread. */
final class Row {

    private final int[] numbers;
    private int size;

    /** @param capacity the most numbers that there will ever be */
    Row(int capacity) {
        numbers = new int[capacity];
    }

    int size() {
        return size;
    }

    int get(int position) {
        return numbers[position];
    }

    void add(int number) {
        numbers[size++] = number;
    }

    void insert(int position, int number) {
        System.arraycopy(numbers, position, numbers, position + 1, size - position);
        numbers[position] = number;
        size++;
    }

    /** Takes a number out and returns where it was. */
    int take(int number) {
        int position = 0;
        while (numbers[position] != number) {
            position++;
        }
        size--;
        System.arraycopy(numbers, position + 1, numbers, position, size - position);
        return position;
    }
}
