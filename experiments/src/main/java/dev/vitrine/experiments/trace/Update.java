package dev.vitrine.experiments.trace;

import dev.vitrine.engine.optim.Adam;
import dev.vitrine.engine.optim.AdamW;
import dev.vitrine.engine.optim.Optimizer;
import dev.vitrine.engine.optim.ParameterBuffer;
import dev.vitrine.engine.optim.RMSprop;
import dev.vitrine.engine.optim.Sgd;
import java.util.Locale;

/** How traced weights are changed: an optimiser with PyTorch's constants, SGD with momentum 0.9. */
public enum Update {
    /** Momentum 0.9, learning rate 0.01. */
    SGD(0.01),
    /** Momentum 0.9 one step ahead, learning rate 0.01. */
    NESTEROV(0.01),
    /** Learning rate 0.01. */
    RMSPROP(0.01),
    /** Learning rate 0.001. */
    ADAM(0.001),
    /** Weight decay 0.01, learning rate 0.001. */
    ADAMW(0.001);

    private final double rate;

    Update(double rate) {
        this.rate = rate;
    }

    /** The learning rate. */
    public double rate() {
        return rate;
    }

    Optimizer on(ParameterBuffer parameters) {
        return switch (this) {
            case SGD -> new Sgd(parameters, new Sgd.Options(0.9, 0));
            case NESTEROV -> new Sgd(parameters, new Sgd.Options(0.9, 0).nesterov());
            case RMSPROP -> new RMSprop(parameters, RMSprop.Options.DEFAULT);
            case ADAM -> new Adam(parameters, Adam.Options.DEFAULT);
            case ADAMW -> new AdamW(parameters, AdamW.Options.DEFAULT);
        };
    }

    /** The name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
