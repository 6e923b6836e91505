package io.hjx.runtime.instance;

import io.hjx.lang.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a publication brings to one subscriber alone: answers, events, and its client's changed local names. Filled in
 * the mailbox, then handed over; owned by one thread at a time.
 */
public final class Personal {

    private final Map<String, Value> local = new LinkedHashMap<>();
    private final Map<String, Value> builtIns = new LinkedHashMap<>();
    private final List<Answer> answers = new ArrayList<>();
    private final List<Emission> emissions = new ArrayList<>();
    private boolean fresh;

    /** Local names with their new values. */
    public Map<String, Value> local() {
        return local;
    }

    /** Who looks on, for layouts that show it: given where this is {@link #fresh}. */
    public Map<String, Value> builtIns() {
        return builtIns;
    }

    /** Answers to this subscriber's actions, in order. */
    public List<Answer> answers() {
        return answers;
    }

    /** Events for this subscriber, in order. */
    public List<Emission> emissions() {
        return emissions;
    }

    /** True where {@link #local} has all local names: the beginning, or a new start. */
    public boolean fresh() {
        return fresh;
    }

    /** True where names are gone that somebody knows: no change says so, all names have to be told anew. */
    public boolean forgets(Set<String> known) {
        return fresh && !known.stream().allMatch(name -> local.containsKey(name) || builtIns.containsKey(name));
    }

    void start() {
        fresh = true;
        local.clear();
        builtIns.clear();
    }

    /** About the characters of the events. */
    public long size() {
        long size = 0;
        for (Emission emission : emissions) {
            size += emission.event().size();
        }
        return size;
    }

    /** The number of things that wait to be sent one by one. */
    public int weight() {
        return answers.size() + emissions.size();
    }

    /** Takes what came later. */
    public void add(Personal later) {
        if (later.fresh) {
            start();
        }
        local.putAll(later.local);
        builtIns.putAll(later.builtIns);
        answers.addAll(later.answers);
        emissions.addAll(later.emissions);
    }
}
