// A photo that was kept with the journal, opened aside and made no larger than a screen needs.
import SwiftUI
import UIKit

/// `cannot` is called when the phone does not show it.
struct Photo: View {
  let bytes: Data
  let name: String
  let cannot: () -> Void
  @State private var picture: UIImage?

  /// In pixels: more than the screen of a phone is wide, and 23 MB of memory at most.
  nonisolated private static let longestSide: CGFloat = 2400
  /// A small file can say that it is a picture of any size: more is not opened. No telephone takes photos as large.
  nonisolated private static let mostPixels: CGFloat = 250_000_000

  var body: some View {
    Group {
      if let picture {
        Image(uiImage: picture).resizable().scaledToFit().frame(maxWidth: .infinity).accessibilityLabel(name)
      } else {
        ProgressView()
      }
    }
    .task(id: bytes) {
      picture = await Self.opened(bytes)
      if picture == nil { cannot() }
    }
  }

  nonisolated private static func opened(_ bytes: Data) async -> UIImage? {
    // Its size is known before it is opened.
    guard let whole = UIImage(data: bytes) else { return nil }
    let (width, height) = (whole.size.width * whole.scale, whole.size.height * whole.scale)
    guard width > 0, height > 0, width * height <= mostPixels else { return nil }
    let share = min(1, longestSide / max(width, height))
    return await whole.byPreparingThumbnail(ofSize: CGSize(width: width * share, height: height * share))
  }
}
