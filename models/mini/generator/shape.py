"""The measures of a Marian network and the ids of its special pieces."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Shape:
    """Measures of a network. Marian's pieces: 0 ends a sentence, 1 is unknown, the last one pads and starts."""

    vocabulary: int
    width: int = 96
    heads: int = 4
    encoder_layers: int = 2
    decoder_layers: int = 2

    end = 0
    unknown = 1

    @property
    def pad(self):
        return self.vocabulary - 1

    @property
    def feed_forward(self):
        return 4 * self.width

    @property
    def head_width(self):
        return self.width // self.heads
