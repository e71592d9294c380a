//! Colours: which there are, and what each scheme and each kind of terminal makes of them.

use ratatui::style::Color;

/// A set of colours to choose from.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Scheme {
    /// The terminal's own background, with colours of middling brightness that read on dark and on light.
    #[default]
    Terminal,
    /// Bright on dark.
    Dark,
    /// Dark on light.
    Light,
    /// Few, saturated colours on black, and nothing grey.
    HighContrast,
    /// Colours that the common kinds of colour blindness keep apart, after Okabe and Ito.
    ColourBlind,
    /// No colours.
    Monochrome,
}

impl Scheme {
    /// Every scheme, in the order in which a key goes through them.
    pub const ALL: [Self; 6] =
        [Self::Terminal, Self::Dark, Self::Light, Self::HighContrast, Self::ColourBlind, Self::Monochrome];

    /// How it is called on the command line and in the configuration.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::HighContrast => "high-contrast",
            Self::ColourBlind => "colour-blind",
            Self::Monochrome => "monochrome",
        }
    }

    /// The scheme of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scheme| scheme.name() == name)
    }

    /// The one after it; after the last, the first.
    #[must_use]
    pub fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % Self::ALL.len()]
    }
}

/// How many colours the terminal has.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Palette {
    /// All that there are: three bytes each.
    True,
    /// 256, fixed: every terminal shows the same.
    #[default]
    Full,
    /// Sixteen, whatever the terminal makes of them.
    Sixteen,
    /// None: bold, dim and patterns only.
    Plain,
}

/// What colours are used for, whatever the scheme.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Hue {
    /// The background of everything.
    Ground,
    /// Ordinary text.
    Text,
    /// Lines that are hardly there.
    Faint,
    Grey,
    Teal,
    Blue,
    Green,
    Amber,
    Red,
    Violet,
}

/// A colour in each kind of terminal: three bytes, one of 256, one of sixteen.
type Shades = (u32, u8, Color);

/// The colour of a hue; none where the terminal's own is meant, or where there are no colours.
pub(super) fn colour(scheme: Scheme, palette: Palette, hue: Hue) -> Option<Color> {
    let (bytes, indexed, sixteen) = match scheme {
        Scheme::Terminal => terminal(hue)?,
        Scheme::Dark => dark(hue),
        Scheme::Light => light(hue),
        Scheme::HighContrast => high_contrast(hue),
        Scheme::ColourBlind => colour_blind(hue),
        Scheme::Monochrome => return None,
    };
    match palette {
        // Its colours are those of 256, so that it looks as it always did.
        Palette::True if scheme == Scheme::Terminal => Some(Color::Indexed(indexed)),
        Palette::True => Some(Color::from_u32(bytes)),
        Palette::Full => Some(Color::Indexed(indexed)),
        Palette::Sixteen => Some(sixteen),
        Palette::Plain => None,
    }
}

const fn terminal(hue: Hue) -> Option<Shades> {
    Some(match hue {
        Hue::Ground | Hue::Text => return None,
        Hue::Faint => (0x58_58_58, 240, Color::DarkGray),
        Hue::Grey => (0x80_80_80, 244, Color::DarkGray),
        Hue::Teal => (0x00_af_af, 37, Color::Cyan),
        Hue::Blue => (0x5f_87_d7, 68, Color::LightBlue),
        Hue::Green => (0x5f_af_5f, 71, Color::Green),
        Hue::Amber => (0xd7_87_00, 172, Color::Yellow),
        Hue::Red => (0xd7_5f_5f, 167, Color::Red),
        Hue::Violet => (0xaf_5f_d7, 134, Color::Magenta),
    })
}

const fn dark(hue: Hue) -> Shades {
    match hue {
        Hue::Ground => (0x16_18_1d, 234, Color::Black),
        Hue::Text => (0xd8_dc_e3, 253, Color::White),
        Hue::Faint => (0x4b_51_5c, 239, Color::DarkGray),
        Hue::Grey => (0x8d_95_a3, 246, Color::Gray),
        Hue::Teal => (0x56_c8_c8, 80, Color::LightCyan),
        Hue::Blue => (0x7a_a6_f0, 111, Color::LightBlue),
        Hue::Green => (0x84_cf_7a, 114, Color::LightGreen),
        Hue::Amber => (0xf0_b3_4f, 215, Color::LightYellow),
        Hue::Red => (0xf2_78_78, 210, Color::LightRed),
        Hue::Violet => (0xc9_93_ee, 177, Color::LightMagenta),
    }
}

const fn light(hue: Hue) -> Shades {
    match hue {
        Hue::Ground => (0xfb_fa_f6, 231, Color::White),
        Hue::Text => (0x24_28_2e, 235, Color::Black),
        Hue::Faint => (0xc4_c4_bf, 251, Color::Gray),
        Hue::Grey => (0x6e_72_78, 242, Color::DarkGray),
        Hue::Teal => (0x00_72_78, 30, Color::Cyan),
        Hue::Blue => (0x24_5b_c4, 25, Color::Blue),
        Hue::Green => (0x2a_78_22, 28, Color::Green),
        Hue::Amber => (0x9a_5b_00, 94, Color::Yellow),
        Hue::Red => (0xb4_22_2c, 124, Color::Red),
        Hue::Violet => (0x83_38_ad, 91, Color::Magenta),
    }
}

const fn high_contrast(hue: Hue) -> Shades {
    match hue {
        Hue::Ground => (0x00_00_00, 16, Color::Black),
        Hue::Text | Hue::Grey => (0xff_ff_ff, 231, Color::White),
        Hue::Faint => (0xb0_b0_b0, 249, Color::Gray),
        Hue::Teal => (0x00_ff_ff, 51, Color::LightCyan),
        Hue::Blue => (0x8c_c8_ff, 117, Color::LightBlue),
        Hue::Green => (0x00_ff_5f, 47, Color::LightGreen),
        Hue::Amber => (0xff_ff_00, 226, Color::LightYellow),
        Hue::Red => (0xff_6e_6e, 210, Color::LightRed),
        Hue::Violet => (0xff_8c_ff, 213, Color::LightMagenta),
    }
}

/// Orange, sky blue, bluish green, yellow, vermilion and reddish purple, each brightened where it is dark.
const fn colour_blind(hue: Hue) -> Shades {
    match hue {
        Hue::Ground => (0x14_16_1a, 233, Color::Black),
        Hue::Text => (0xe4_e4_e4, 254, Color::White),
        Hue::Faint => (0x50_55_5e, 240, Color::DarkGray),
        Hue::Grey => (0x9a_a0_aa, 247, Color::Gray),
        Hue::Teal => (0x56_b4_e9, 74, Color::LightCyan),
        Hue::Blue => (0x6f_a8_ff, 75, Color::LightBlue),
        Hue::Green => (0xf0_e4_42, 227, Color::LightYellow),
        Hue::Amber => (0xe6_9f_00, 178, Color::Yellow),
        Hue::Red => (0xff_7a_33, 208, Color::LightRed),
        Hue::Violet => (0xd9_8c_bb, 175, Color::LightMagenta),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How bright a colour is, as the contrast formula of the web's accessibility guidelines has it.
    fn luminance(colour: u32) -> f64 {
        let part = |shift: u32| {
            let value = f64::from((colour >> shift) & 0xff) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
    }

    fn contrast(one: u32, other: u32) -> f64 {
        let (a, b) = (luminance(one), luminance(other));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_colour_reads_on_its_ground() {
        let hues =
            [Hue::Text, Hue::Grey, Hue::Teal, Hue::Blue, Hue::Green, Hue::Amber, Hue::Red, Hue::Violet];
        for (shades, least) in [
            (dark as fn(Hue) -> Shades, 4.5),
            (light as fn(Hue) -> Shades, 4.5),
            (high_contrast as fn(Hue) -> Shades, 7.0),
            (colour_blind as fn(Hue) -> Shades, 4.5),
        ] {
            for hue in hues {
                let contrast = contrast(shades(hue).0, shades(Hue::Ground).0);
                assert!(contrast >= least, "{hue:?}: {contrast:.1} is less than {least}");
            }
        }
    }

    #[test]
    fn schemes_are_found_by_their_names_and_follow_one_another() {
        let mut scheme = Scheme::default();
        for _ in Scheme::ALL {
            assert_eq!(Scheme::named(scheme.name()), Some(scheme));
            scheme = scheme.next();
        }
        assert_eq!(scheme, Scheme::default());
        assert_eq!(Scheme::named("mauve"), None);
    }
}
