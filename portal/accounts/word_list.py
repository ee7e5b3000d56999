"""Short plain words for recovery words: easy to write down, hard to mix up."""

from __future__ import annotations

import secrets

IN_A_LINE, LINES = 4, 4
_PLAIN = """
acorn actor album amber angel ankle apple apron arrow atlas autumn badge bagel bamboo banana
barn basil basket beach beacon bean bear beaver bell berry bike birch biscuit blanket bloom
boat bonfire book boot bottle boulder bowl bracket branch brass bread breeze brick bridge
broom brush bubble bucket bugle butter button cabin cactus camel candle canoe canvas carpet
carrot castle cave cedar cello chalk cherry chess chimney cinema circus clay cliff clock
cloud clover coast cocoa comet compass copper coral cotton cousin cradle crane crayon
cricket crown cube curtain daisy dance deer desert diamond dolphin donkey door dragon drum
eagle earth echo elbow engine falcon fern ferry fiddle field finch flame flute forest fossil
fountain fox galaxy garden garlic gate giant ginger glove goat granite grape guitar hammer
harbour harp hazel hedge helmet heron hill honey horse island ivory ivy jacket jelly jigsaw
jungle kettle kite kitten ladder lagoon lantern lemon lily lion lizard locket magnet mango
maple marble meadow melon mirror mitten monkey moon moss mountain mushroom nectar needle
nest nettle nutmeg oak oasis ocean olive onion orange orbit orchid otter oven owl oyster
paddle paint palm panda paper parcel parrot pastry peach peanut pebble pencil pepper piano
pillow pine planet plum pocket polar pond poppy potato puddle pumpkin puzzle quartz quilt
rabbit radio rain raven ribbon river robin rocket rope rose ruby saddle saffron salmon sand
sapphire scarf school shadow shell silver sketch slipper snow socket spider sponge spoon
spring squirrel stable star stone storm straw sugar summer sunset swan table tablet tartan
teapot thistle thunder tiger toast tomato torch tower tractor train treasure tulip tunnel
turtle umbrella valley vanilla velvet village violet violin walnut water whale wheat whistle
willow window winter wool yellow zebra
"""
WORDS = tuple(_PLAIN.split())


def new_lines() -> list[str]:
    """A few lines of words, any of which will do."""
    return [" ".join(secrets.choice(WORDS) for _ in range(IN_A_LINE)) for _ in range(LINES)]


def as_kept(typed: str) -> str:
    return " ".join(typed.lower().replace(",", " ").split())
