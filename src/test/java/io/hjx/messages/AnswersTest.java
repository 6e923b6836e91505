package io.hjx.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswersTest {

    private static final String LARGE = "x".repeat(40 * 1024);

    private final Answers answers = new Answers(100);

    private void answer(int id, String frame) {
        assertThat(answers.begin(String.valueOf(id))).isNull();
        answers.end(String.valueOf(id), frame);
    }

    @Test
    void end_answersTooLarge_theOldestGoButTheirIdsStayKnown() {
        for (int id = 0; id < 10; id++) {
            answer(id, LARGE);
        }

        assertThat(answers.begin("0")).isEqualTo(Answers.FORGOTTEN);
        assertThat(answers.begin("9")).isEqualTo(LARGE);
        assertThat(answers.size()).isLessThanOrEqualTo(MessageSettings.MAX_ANSWERS_TEXT);
    }

    @Test
    void end_tooMany_theOldestIdsGo() {
        for (int id = 0; id < 101; id++) {
            answer(id, "done");
        }

        assertThat(answers.begin("0")).isNull();
        assertThat(answers.begin("1")).isEqualTo("done");
    }

    @Test
    void end_oneAnswerLargerThanAll_isKeptUntilTheNext() {
        String huge = "x".repeat(MessageSettings.MAX_ANSWERS_TEXT + 1);
        answer(1, huge);
        assertThat(answers.begin("1")).isEqualTo(huge);
        answer(2, "done");
        assertThat(answers.begin("1")).isEqualTo(Answers.FORGOTTEN);
    }
}
