// `import Vigie` brings the journal and everything of it.
@_exported import VigieCore
