package dev.vitrine.experiments.cli;

import java.util.List;

/** A program that works until it is stopped, and then takes its time to end in good order. */
final class PatientMain {
    private PatientMain() {}

    public static void main(String[] args) {
        PlayCommand command = new PlayCommand((console, stop) -> stop.heed(() -> {
            console.say("working");
            while (!stop.requested()) {
                Thread.onSpinWait();
            }
            console.say("checkpoint written; go on with: vitrine train --resume runs/a");
        }));
        Main.start(List.of(command), List.of(args));
    }
}
