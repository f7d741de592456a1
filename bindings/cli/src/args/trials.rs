//! What `vigie trials` takes.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::Args;

#[derive(Debug, Args)]
pub struct Trials {
    #[arg(long, value_name = "FILE", num_args = 1.., required_unless_present_any = ["explain", "keep", "forget"])]
    pub registry: Vec<PathBuf>,
    #[arg(long, value_name = "FILE", required_unless_present_any = ["explain", "own", "forget"])]
    pub profile: Option<PathBuf>,
    #[arg(long, conflicts_with = "profile")]
    pub own: bool,
    #[arg(long, requires = "profile")]
    pub keep: bool,
    #[arg(long, conflicts_with_all = ["profile", "own", "registry"])]
    pub forget: bool,
    #[arg(long, value_name = "FILE", requires = "registry")]
    pub to: Option<PathBuf>,
    #[arg(long, value_name = "N", conflicts_with = "explain")]
    pub most: Option<NonZeroUsize>,
    #[arg(long, conflicts_with_all = ["registry", "profile", "own", "forget"])]
    pub explain: bool,
}
